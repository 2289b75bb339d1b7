namespace Heng.Law.Matters;

/// <summary>Fact sheet (事实表单): what is known of one affair. Immutable; a fact that is not on it is unknown.</summary>
public sealed class FactSheet
{
    private readonly byte[] states;
    private readonly decimal[] numbers;

    private FactSheet(FactTable table, byte[] states, decimal[] numbers) => (Table, this.states, this.numbers) = (table, states, numbers);

    /// <summary>The facts that the sheet can hold.</summary>
    public FactTable Table { get; }

    internal FactView View => new(states, numbers);

    /// <summary>A sheet on which nothing is known.</summary>
    /// <param name="table">The facts that it can hold.</param>
    public static FactSheet Empty(FactTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new(table, new byte[table.All.Count], new decimal[table.Numbers]);
    }

    /// <summary>Whether anything is known of a fact.</summary>
    /// <param name="fact">A fact of the table.</param>
    public bool Knows(Fact fact) => states[Checked(fact).Index] != 0;

    /// <summary>The value of a number; null when unknown.</summary>
    /// <param name="fact">A number fact of the table.</param>
    public decimal? NumberOf(Fact fact) => Knows(fact) && fact.NumberSlot >= 0 ? numbers[fact.NumberSlot] : null;

    /// <summary>The value of a fact as text: <c>true</c>, <c>12000</c>, <c>retail</c>; null when unknown.</summary>
    /// <param name="fact">A fact of the table.</param>
    public string? TextOf(Fact fact)
    {
        var state = states[Checked(fact).Index];
        return (state, fact.Kind) switch
        {
            (0, _) => null,
            (_, FactKind.Boolean) => state == (byte)Truth.True ? "true" : "false",
            (_, FactKind.Number) => numbers[fact.NumberSlot].ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => fact.Values[state - 1],
        };
    }

    /// <summary>The sheet with a yes or no.</summary>
    /// <param name="fact">A boolean fact.</param>
    /// <param name="value">The answer.</param>
    public FactSheet With(Fact fact, bool value) => WithState(fact, FactKind.Boolean, value ? (byte)Truth.True : (byte)Truth.False);

    /// <summary>The sheet with a number.</summary>
    /// <param name="fact">A number fact.</param>
    /// <param name="value">Zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public FactSheet With(Fact fact, decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        var next = WithState(fact, FactKind.Number, 1);
        next.numbers[fact.NumberSlot] = value;
        return next;
    }

    /// <summary>The sheet with a choice.</summary>
    /// <param name="fact">A choice fact.</param>
    /// <param name="value">One of its values.</param>
    /// <exception cref="ArgumentException">The value is not one of them.</exception>
    public FactSheet With(Fact fact, string value)
    {
        var state = Checked(fact).StateOf(value);
        return state == 0 ? throw new ArgumentException($"'{value}' is not a value of {fact.Id}.", nameof(value)) : WithState(fact, FactKind.Choice, state);
    }

    /// <summary>The sheet with a fact unknown again.</summary>
    /// <param name="fact">A fact of the table.</param>
    public FactSheet Without(Fact fact) => WithState(fact, Checked(fact).Kind, 0);

    private FactSheet WithState(Fact fact, FactKind kind, byte state)
    {
        if (Checked(fact).Kind != kind)
        {
            throw new ArgumentException($"{fact.Id} is a {fact.Kind}, not a {kind}.", nameof(fact));
        }

        var next = new FactSheet(Table, (byte[])states.Clone(), (decimal[])numbers.Clone());
        next.states[fact.Index] = state;
        return next;
    }

    private Fact Checked(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return ReferenceEquals(Table.Find(fact.Id), fact) ? fact : throw new ArgumentException($"{fact.Id} is a fact of another law set.", nameof(fact));
    }

    /// <summary>Builds a sheet fact by fact without copying at each step.</summary>
    /// <param name="table">The facts that it can hold.</param>
    public sealed class Builder(FactTable table)
    {
        private readonly FactSheet sheet = Empty(table);

        /// <summary>Whether a fact has been set.</summary>
        /// <param name="fact">A fact of the table.</param>
        public bool Knows(Fact fact) => sheet.Knows(fact);

        /// <summary>Sets a yes or no.</summary>
        /// <param name="fact">A boolean fact.</param>
        /// <param name="value">The answer.</param>
        public void Set(Fact fact, bool value) => Put(fact, FactKind.Boolean, value ? (byte)Truth.True : (byte)Truth.False);

        /// <summary>Sets a number.</summary>
        /// <param name="fact">A number fact.</param>
        /// <param name="value">Zero or more.</param>
        public void Set(Fact fact, decimal value)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            Put(fact, FactKind.Number, 1);
            sheet.numbers[fact.NumberSlot] = value;
        }

        /// <summary>Sets a choice; false when the value is not one of the fact's.</summary>
        /// <param name="fact">A choice fact.</param>
        /// <param name="value">One of its values.</param>
        public bool TrySet(Fact fact, string value)
        {
            ArgumentNullException.ThrowIfNull(fact);
            var state = fact.StateOf(value);
            if (state != 0)
            {
                Put(fact, FactKind.Choice, state);
            }

            return state != 0;
        }

        /// <summary>The sheet; the builder is not to be used after it.</summary>
        public FactSheet Build() => sheet;

        private void Put(Fact fact, FactKind kind, byte state)
        {
            ArgumentNullException.ThrowIfNull(fact);
            if (fact.Kind != kind)
            {
                throw new ArgumentException($"{fact.Id} is a {fact.Kind}, not a {kind}.", nameof(fact));
            }

            sheet.states[fact.Index] = state;
        }
    }
}

/// <summary>What conditions look at: one state per fact (0 unknown) and the numbers.</summary>
internal readonly ref struct FactView(ReadOnlySpan<byte> states, ReadOnlySpan<decimal> numbers)
{
    public readonly ReadOnlySpan<byte> States = states;
    public readonly ReadOnlySpan<decimal> Numbers = numbers;

    public Truth TruthOf(int index) => (Truth)States[index];

    public bool Knows(Fact fact) => States[fact.Index] != 0;

    public decimal NumberOf(Fact fact) => Numbers[fact.NumberSlot];
}
