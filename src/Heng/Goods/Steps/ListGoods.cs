using System.Globalization;
using Heng.Cases;
using Heng.Dossiers;
using Heng.Law.Codes;
using Heng.Law.Goods;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Goods.Steps;

/// <summary>List goods of the case (登记涉案财物, form 24): what is there, what it is worth, where it is kept and by whom. Proposal and decision take the value from it.</summary>
[Act("goods.list", "登记涉案财物", By = PersonRoles.Officer, Basis = "CF 4", Help = "拟没收的财物逐项登记，形成财物清单；没收的价值和处罚决定书所附清单都取自这里，不再重复填写。漏登的可以再次登记。")]
public sealed record ListGoods : GoodsAct, IFiledInVolume
{
    /// <summary>The goods, one a line.</summary>
    [Field("财物清单", Kind = FieldKind.LongText, Help = "一行一项：名称，数量，单位，价值（元）。例如：超过保质期的牛奶，120，盒，960")]
    public string Lines { get; init; } = "";

    /// <summary>Where they are kept.</summary>
    [Field("保管地点")]
    public string Place { get; init; } = "";

    /// <summary>Who keeps them.</summary>
    [Field("保管人", Kind = FieldKind.Person, Help = "执法与保管岗位分离，不能是本案办案人员。")]
    public Guid Keeper { get; init; }

    /// <summary>Photographs.</summary>
    [Field("照片", Kind = FieldKind.Files)]
    public IReadOnlyList<Guid> Photos { get; init; } = [];

    /// <summary>Document number.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>The keeper, frozen.</summary>
    public NamedPerson? KeptBy { get; init; }

    /// <summary>The photographs, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <inheritdoc/>
    public override string? Series => "F24";

    /// <inheritdoc/>
    public override string Says => TryRead(Lines, out var goods, out _) ? $"登记涉案财物 {goods.Count} 项，价值 {Money.Sum(goods.Select(g => g.Value))} 元（{DocumentNumber}）" : "登记涉案财物";

    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<(string Volume, int Order, string Title, string? Form)> Papers => [("main", 6, $"财物清单 {DocumentNumber}", "24")];

    /// <summary>The goods of the lines, numbered from 1; empty when a line cannot be read.</summary>
    public IReadOnlyList<CaseGoods> Read() => TryRead(Lines, out var goods, out _) ? goods : [];

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Procedure.Main is "S20" or "S30" or "S55" or "S62" && file.Part<CaseFile>().OnPaper is null;
    }

    /// <inheritdoc/>
    public override bool Offers(string field, PersonCard person, DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(person);
        return !Handles(file, person.Id);
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        var last = GoodsOf(file) is [.., var newest] ? newest : null;
        return this with { Place = last?.Place ?? "本局罚没财物仓库", Keeper = last?.Keeper?.Id ?? Guid.Empty };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context) => TryRead(Lines, out _, out var says) ? [] : [new("lines", says)];

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context) => new[] { GoodsRules.KeeperHandlesNoCase.Check(!Handles(file, Keeper)) }.OfType<Refusal>();

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [GoodsRules.KeeperHandlesNoCase];

    /// <inheritdoc/>
    public override DossierAct Numbered(int number, ActContext context) => this with { DocumentNumber = DocumentNumbers.Of(context, "财清", number) };

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { KeptBy = NamedPerson.Of([Keeper], context)[0], Stored = NamedFile.Of(Photos, context) };

    /// <inheritdoc/>
    protected override IEnumerable<CaseGoods> After(IReadOnlyList<CaseGoods> goods, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(goods);
        ArgumentNullException.ThrowIfNull(done);
        return [.. goods, .. Read().Select(g => g with { Number = goods.Count + g.Number, List = DocumentNumber, Place = Place, Keeper = KeptBy, Since = done.On, Files = Stored })];
    }

    private static bool TryRead(string text, out IReadOnlyList<CaseGoods> goods, out string says)
    {
        var read = new List<CaseGoods>();
        (goods, says) = (read, "请一行一项填写财物。");
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.Split([',', '，'], StringSplitOptions.TrimEntries) is not [{ Length: > 0 } name, var quantity, { Length: > 0 } unit, var sum]
                || !decimal.TryParse(quantity, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count) || count <= 0 || count > 1_000_000_000
                || !Money.TryParse(sum.TrimEnd('元').TrimEnd(), out var value, out _))
            {
                says = $"“{line}”应写作“名称，数量，单位，价值”，每行一项；数字中不用逗号。";
                return false;
            }

            read.Add(new(read.Count + 1, name, count, unit, value));
        }

        return read.Count > 0;
    }
}
