using System.Globalization;
using Heng.Law.Citations;

namespace Heng.Law.Matters;

/// <summary>Comparison (比较): how a number is held against the value.</summary>
public enum Comparison
{
    /// <summary>Equal (等于).</summary>
    Equal,

    /// <summary>Less, exclusive (不足).</summary>
    Less,

    /// <summary>At most, inclusive (以下).</summary>
    AtMost,

    /// <summary>More, exclusive (超过).</summary>
    More,

    /// <summary>At least, inclusive (以上).</summary>
    AtLeast,
}

/// <summary>Condition (条件): a test on facts with three truth values.</summary>
public abstract class Condition
{
    private protected Condition()
    {
    }

    /// <summary>The facts named, in written order, each once.</summary>
    public IReadOnlyList<Fact> Facts => [.. Leaves.Select(l => l.Fact).Distinct()];

    /// <summary>The single tests, in written order.</summary>
    public abstract IEnumerable<Test> Leaves { get; }

    /// <summary>Evaluates on a sheet.</summary>
    /// <param name="facts">What is known.</param>
    public Truth On(FactSheet facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return On(facts.View);
    }

    /// <summary>How many single tests there are.</summary>
    internal abstract int LeafCount { get; }

    internal abstract Truth On(in FactView facts);

    /// <summary>Marks the unknown facts of the branches that could still make the condition true.</summary>
    internal abstract void MarkOpen(in FactView facts, ref FactMarks marks);

    /// <summary>Marks, among the leaves counted from <paramref name="leaf"/>, the false ones and the unknown ones of branches not yet true.</summary>
    internal abstract void MarkLeaves(in FactView facts, ref int leaf, ref uint failed, ref uint unknown);

    internal static Condition? Read(LawElement? element, FactTable facts) => element is { } e ? ReadRequired(e, facts) : null;

    private static Condition ReadRequired(LawElement e, FactTable facts)
    {
        if (e.Find("all") is { } all)
        {
            return new All([.. all.Items().Select(x => ReadRequired(x, facts))]);
        }

        if (e.Find("any") is { } any)
        {
            return new Any([.. any.Items().Select(x => ReadRequired(x, facts))]);
        }

        var fact = facts.Required(e, e.Text("fact"));
        var value = e["value"];
        var comparison = e.Text("op") switch
        {
            "=" => Comparison.Equal,
            "<" => Comparison.Less,
            "<=" => Comparison.AtMost,
            ">" => Comparison.More,
            ">=" => Comparison.AtLeast,
            var other => throw e.Fault("op", $"“{other}”不是比较符"),
        };
        if (fact.Kind != FactKind.Number && comparison != Comparison.Equal)
        {
            throw e.Fault("op", "是否类和选项类事实只能用“=”");
        }

        return fact.Kind switch
        {
            FactKind.Boolean => new Test(fact, comparison, value.Flag() ? (byte)Truth.True : (byte)Truth.False, 0),
            FactKind.Choice => fact.StateOf(value.Text()) is var state and not 0
                ? new Test(fact, comparison, state, 0)
                : throw e.Fault("value", $"“{value.Text()}”不是“{fact.Id}”的可选值"),
            _ => new Test(fact, comparison, 0, value.Number()),
        };
    }

    /// <summary>Test (单项条件): one fact held against one value.</summary>
    public sealed class Test : Condition
    {
        private readonly byte wanted;

        internal Test(Fact fact, Comparison comparison, byte wanted, decimal number) => (Fact, Comparison, this.wanted, Number) = (fact, comparison, wanted, number);

        /// <summary>The fact tested.</summary>
        public Fact Fact { get; }

        /// <summary>How it is compared.</summary>
        public Comparison Comparison { get; }

        /// <summary>The number of a number test.</summary>
        public decimal Number { get; }

        /// <summary>The value as text, as <see cref="FactSheet.TextOf"/> writes it.</summary>
        public string Value => Fact.Kind switch
        {
            FactKind.Number => Number.ToString(CultureInfo.InvariantCulture),
            FactKind.Boolean => wanted == (byte)Truth.True ? "true" : "false",
            _ => Fact.Values[wanted - 1],
        };

        /// <summary>The comparison sign as data writes it.</summary>
        public string Sign => Comparison switch { Comparison.Equal => "=", Comparison.Less => "<", Comparison.AtMost => "<=", Comparison.More => ">", _ => ">=" };

        /// <inheritdoc/>
        public override IEnumerable<Test> Leaves => [this];

        internal override int LeafCount => 1;

        internal override Truth On(in FactView facts)
        {
            var state = facts.States[Fact.Index];
            if (state == 0)
            {
                return Truth.Unknown;
            }

            if (Fact.NumberSlot < 0)
            {
                return state == wanted ? Truth.True : Truth.False;
            }

            var sign = facts.Numbers[Fact.NumberSlot].CompareTo(Number);
            var holds = Comparison switch
            {
                Comparison.Equal => sign == 0,
                Comparison.Less => sign < 0,
                Comparison.AtMost => sign <= 0,
                Comparison.More => sign > 0,
                _ => sign >= 0,
            };
            return holds ? Truth.True : Truth.False;
        }

        internal override void MarkOpen(in FactView facts, ref FactMarks marks)
        {
            if (facts.States[Fact.Index] == 0)
            {
                marks.Add(Fact.Index);
            }
        }

        internal override void MarkLeaves(in FactView facts, ref int leaf, ref uint failed, ref uint unknown)
        {
            switch (On(facts))
            {
                case Truth.False: failed |= 1u << leaf; break;
                case Truth.Unknown: unknown |= 1u << leaf; break;
                default: break;
            }

            leaf++;
        }
    }

    /// <summary>Group (组合条件): several parts, of which one kind of truth decides the whole.</summary>
    public abstract class Group : Condition
    {
        private readonly Condition[] parts;
        private readonly Truth decisive;

        private protected Group(Condition[] parts, Truth decisive)
            => (this.parts, this.decisive, LeafCount) = (parts, decisive, parts.Sum(p => p.LeafCount));

        /// <summary>The parts, in written order.</summary>
        public IReadOnlyList<Condition> Parts => parts;

        /// <inheritdoc/>
        public override IEnumerable<Test> Leaves => parts.SelectMany(p => p.Leaves);

        internal override int LeafCount { get; }

        internal override Truth On(in FactView facts)
        {
            var result = decisive == Truth.True ? Truth.False : Truth.True;
            foreach (var part in parts)
            {
                var truth = part.On(facts);
                if (truth == decisive)
                {
                    return decisive;
                }

                if (truth == Truth.Unknown)
                {
                    result = Truth.Unknown;
                }
            }

            return result;
        }

        internal override void MarkOpen(in FactView facts, ref FactMarks marks)
        {
            if (On(facts) != Truth.Unknown)
            {
                return;
            }

            foreach (var part in parts)
            {
                part.MarkOpen(facts, ref marks);
            }
        }

        internal override void MarkLeaves(in FactView facts, ref int leaf, ref uint failed, ref uint unknown)
        {
            if (On(facts) == Truth.True)
            {
                leaf += LeafCount;
                return;
            }

            foreach (var part in parts)
            {
                part.MarkLeaves(facts, ref leaf, ref failed, ref unknown);
            }
        }
    }

    /// <summary>All (全部): true when every part is; one false part makes it false.</summary>
    public sealed class All : Group
    {
        internal All(Condition[] parts)
            : base(parts, Truth.False)
        {
        }
    }

    /// <summary>Any (任一): true when one part is.</summary>
    public sealed class Any : Group
    {
        internal Any(Condition[] parts)
            : base(parts, Truth.True)
        {
        }
    }
}

/// <summary>An ordered set of facts: each is kept once, in the order it was first added.</summary>
internal ref struct FactMarks(Span<byte> order, Span<ulong> seen)
{
    private readonly Span<byte> order = order;
    private readonly Span<ulong> seen = seen;

    public int Count { get; private set; }

    public readonly ReadOnlySpan<byte> Order => order[..Count];

    public void Add(int fact)
    {
        var bit = 1UL << (fact & 63);
        if ((seen[fact >> 6] & bit) == 0)
        {
            seen[fact >> 6] |= bit;
            order[Count++] = (byte)fact;
        }
    }
}
