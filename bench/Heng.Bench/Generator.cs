using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Heng.Dossiers.Model;
using Heng.Law;
using Heng.Platform.People;
using Heng.Platform.Record;
using Heng.Platform.SignIn;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Bench;

/// <summary>Makes many dossiers: a few dozen are led through real acts, then copied under new ids, numbers, people and parties, with their chains hashed anew.</summary>
/// <remarks>A copy opens and verifies like its template: nothing in it is of another shape than what the act desk writes.</remarks>
internal sealed partial class Generator(IServiceProvider services, int dossiers)
{
    private const int Bureaus = 100;
    private static readonly (Goal Goal, int Weight)[] weights = [(Goal.Clue, 4), (Goal.Verified, 4), (Goal.NotFiled, 38), (Goal.Investigated, 6), (Goal.FactsEntered, 4), (Goal.Decided, 2), (Goal.Archived, 42)];
    private static readonly (string Matter, string Content)[] affairs =
    [
        ("FOOD-008", "日常检查发现货架上有三袋超过保质期的方便面。"),
        ("DRUG-001", "投诉称药店销售处方药未凭处方，附有购药小票。"),
        ("FOOD-001", "群众举报无证从事食品经营，现场有炉灶和餐具。"),
        ("PRICE-001", "检查发现商品没有明码标价，顾客反映结算价格不一致。"),
        ("AD-001", "网页广告使用“国家级”“最佳”等用语，已截图留存。"),
    ];

    private readonly List<(Bureau Bureau, List<CurrentPerson[]> Units)> houses = [];

    /// <summary>Makes everything, unless it is there.</summary>
    public async Task MakeAsync()
    {
        await using (var db = Db(Access.None))
        {
            await db.Database.MigrateAsync();
            if (await db.Set<Installation>().AnyAsync())
            {
                return;
            }
        }

        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Bureaus; i++)
        {
            await FurnishAsync(i);
        }

        var cast = houses[0].Units[0];
        var templates = await TemplatesAsync(new TemplateHouse(services, cast[0], cast[1], cast[2], cast[3], cast[4]));
        Say($"{Bureaus} bureaus and {templates.Count} template dossiers through real acts", watch);
        await CopyAsync(templates, cast);
        Say("copies written", watch);
        await using (var db = Db(Access.None))
        {
            db.Add(new Installation(Guid.CreateVersion7(), false, DateTime.UtcNow));
            await db.SaveChangesAsync();
            // PostgreSQL would do this in the background by itself, within minutes, beside what is measured.
            db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
            await db.Database.ExecuteSqlRawAsync(db is PostgreSqlHengDb ? "VACUUM (ANALYZE)" : "ANALYZE");
        }

        Say("statistics made", watch);
    }

    private HengDb Db(Access access) => services.GetRequiredService<IHengDbFactory>().Create(access);

    private static void Say(string what, Stopwatch watch) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {watch.Elapsed.TotalSeconds,6:N1} s  {what}"));

    /// <summary>A bureau with its units; each unit has two officers and a head, the bureau a reviewer and a principal.</summary>
    private async Task FurnishAsync(int i)
    {
        var bureau = new Bureau(Guid.CreateVersion7(), null, BureauLevel.County, $"示例第{i:000}县市场监督管理局", "示", (990000 + i).ToString(CultureInfo.InvariantCulture), "CN-GD") { Government = "示例县人民政府", Court = "示例县人民法院", Address = "示例县示例路 1 号", Telephone = "000-00000000" };
        await using var db = Db(Access.WholeBureau(bureau.Id));
        var division = new Unit(bureau.Id, Guid.CreateVersion7(), "法规科", false);
        db.AddRange(bureau, division);
        var reviewer = Hire(db, bureau, division, $"审核丁{i:000}", PersonRoles.Reviewer | PersonRoles.LegalReviewer);
        var head = Hire(db, bureau, division, $"局长戊{i:000}", PersonRoles.Principal);
        var units = new List<CurrentPerson[]>();
        for (var u = 0; u < UnitsOf(i); u++)
        {
            var unit = new Unit(bureau.Id, Guid.CreateVersion7(), $"示例{i:000}{u:000}市场监督管理所", true);
            db.Add(unit);
            units.Add([Hire(db, bureau, unit, $"办案甲{i:000}{u:000}", PersonRoles.Officer), Hire(db, bureau, unit, $"办案乙{i:000}{u:000}", PersonRoles.Officer), Hire(db, bureau, unit, $"所长丙{i:000}{u:000}", PersonRoles.UnitHead | PersonRoles.Officer), reviewer, head]);
        }

        await db.SaveChangesAsync();
        houses.Add((bureau, units));
    }

    private static CurrentPerson Hire(HengDb db, Bureau bureau, Unit unit, string name, PersonRoles roles)
    {
        var account = new Account(Guid.CreateVersion7(), "p" + Guid.CreateVersion7().ToString("N"));
        var person = new Person(bureau.Id, Guid.CreateVersion7(), unit.Id, name, account.Id) { HasLegalQualification = true };
        db.AddRange(account, person);
        db.AddRange(RoleNames.CodesOf(roles).Select(r => new RoleGrant(bureau.Id, Guid.CreateVersion7(), person.Id, r, new DateOnly(2020, 1, 1))));
        if ((roles & PersonRoles.Officer) != 0)
        {
            db.Add(new Certificate(bureau.Id, Guid.CreateVersion7(), person.Id, "示" + person.Id.ToString("N")[^8..], new DateOnly(2020, 1, 1), new DateOnly(2035, 12, 31)));
        }

        return new CurrentPerson(account.Id, person.Id, bureau.Id, unit.Id, name, roles, true);
    }

    private static async Task<List<(Goal Goal, Guid Id)>> TemplatesAsync(TemplateHouse house)
    {
        var matters = LawSet.Embedded.Matters;
        var known = affairs.Where(a => matters.Find(a.Matter) is not null).ToArray();
        var templates = new List<(Goal, Guid)>();
        // The same two officers lead every template, and nobody is at two places at once: each begins on a day of its own.
        var taken = new HashSet<DateOnly>();
        foreach (var (goal, _) in weights)
        {
            var isOpen = goal is not (Goal.NotFiled or Goal.Archived);
            for (var i = 0; i < 6; i++)
            {
                // Closed ones lie in the past two years; open ones began lately, so that every colour is there.
                var start = isOpen ? new DateOnly(2026, 11, 20).AddDays(goal <= Goal.Verified ? -4 * i : -18 * i) : new DateOnly(2025, 1, 6).AddDays(97 * i);
                while (!taken.Add(start))
                {
                    start = start.AddDays(-1);
                }

                var (matter, content) = goal is Goal.FactsEntered or Goal.Decided or Goal.Archived ? affairs[0] : known[i % known.Length];
                templates.Add((goal, await house.LeadAsync(new Plot(goal, start, matter, content))));
            }
        }

        return templates;
    }

    private async Task CopyAsync(List<(Goal Goal, Guid Id)> templates, CurrentPerson[] cast)
    {
        await using var db = Db(Access.WholeBureau(cast[0].BureauId));
        var tables = db.Model.GetEntityTypes().Where(IsCopied).ToDictionary(t => t.ClrType, t => new Table(t));
        var rows = tables.ToDictionary(t => t.Key, t => Load(db, t.Key));
        var forms = templates.ConvertAll(t => new Template(t.Goal, t.Id, tables, rows, cast, houses[0].Bureau, db));
        var copies = Shares();
        var order = tables.Keys.OrderBy(t => t == typeof(Dossier) ? 0 : 1).ThenBy(t => t.Name, StringComparer.Ordinal).ToArray();
        var words = new Table(db.Model.FindEntityType(typeof(WordRow))!);
        foreach (var type in order)
        {
            // Each table is written in one go; the copies are made anew for each, always the same.
            var made = Copies(forms, copies).AsParallel().AsOrdered().Select(c => c.RowsOf(type).ToArray()).AsSequential().SelectMany(r => r);
            var count = await BulkWriter.WriteUnindexedAsync(db, tables[type], made);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"           {count:N0} {tables[type].Type.GetTableName()}"));
        }

        await BulkWriter.WriteAsync(db, words, Copies(forms, copies).Select(c => words.ValuesOf(c.Words())));
        await NumberAsync(cast[0].BureauId);
    }

    private static bool IsCopied(IEntityType type)
        => type.ClrType == typeof(Dossier) || (typeof(IBureauOwned).IsAssignableFrom(type.ClrType) && type.FindProperty("DossierId") is not null && type.ClrType != typeof(Draft)
            && type.GetIndexes().Where(i => i.IsUnique).All(i => i.Properties.Any(p => p.Name == "DossierId")));

    private static List<object> Load(HengDb db, Type type)
        => [.. ((IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(type).Invoke(db, null)!).AsNoTracking().AsEnumerable().OrderBy(r => r is ActRow a ? a.Number : 0)];

    /// <summary>How many dossiers a bureau gets: the largest holds a fifth.</summary>
    private int ShareOf(int bureau) => bureau == 0 ? dossiers / 5 : dossiers * 4 / 5 / (Bureaus - 1);

    /// <summary>How many units a bureau has: at least six, and one for every thousand dossiers.</summary>
    private int UnitsOf(int bureau) => Math.Max(6, ShareOf(bureau) / 1_000);

    /// <summary>The copies that each unit of each bureau gets.</summary>
    private List<(int Bureau, int Unit, int Index)> Shares()
    {
        var all = new List<(int, int, int)>();
        for (var b = 0; b < houses.Count; b++)
        {
            for (var i = 0; i < ShareOf(b); i++)
            {
                all.Add((b, i % houses[b].Units.Count, i));
            }
        }

        return all;
    }

    private IEnumerable<Copy> Copies(List<Template> templates, List<(int Bureau, int Unit, int Index)> shares)
    {
        var total = weights.Sum(w => w.Weight);
        var choice = new Random(7);
        var byGoal = templates.ToLookup(t => t.Goal);
        var serial = 0;
        foreach (var (b, u, index) in shares)
        {
            serial++;
            var pick = choice.Next(total);
            var goal = weights.First(w => (pick -= w.Weight) < 0).Goal;
            var form = byGoal[goal].ElementAt(choice.Next(byGoal[goal].Count()));
            yield return new Copy(form, houses[b].Bureau, houses[b].Units[u], serial, index + 1000);
        }
    }

    /// <summary>The sequences go on where the copies end.</summary>
    private async Task NumberAsync(Guid templateBureau)
    {
        await using var db = Db(Access.WholeBureau(templateBureau));
        var kinds = await db.Set<Sequence>().AsNoTracking().Select(s => new { s.Kind, s.Year }).ToListAsync();
        await db.Set<Sequence>().ExecuteUpdateAsync(s => s.SetProperty(x => x.Last, x => x.Last + dossiers));
        var table = new Table(db.Model.FindEntityType(typeof(Sequence))!);
        await BulkWriter.WriteAsync(db, table, houses.Skip(1).SelectMany(h => kinds.Select(k => table.Columns.Select(c => (object?)(c.Name switch
        {
            "BureauId" => h.Bureau.Id,
            "Id" => Guid.CreateVersion7(),
            "Kind" => k.Kind,
            "Year" => k.Year,
            _ => dossiers,
        })).ToArray())));
    }

    /// <summary>A template dossier, cut where copies differ.</summary>
    private sealed class Template
    {
        private readonly Regex cuts;
        private readonly Dictionary<string, int> tokens = new(StringComparer.OrdinalIgnoreCase);
        private readonly ConcurrentDictionary<string, Cut> cut = new(StringComparer.Ordinal);

        public Template(Goal goal, Guid id, Dictionary<Type, Table> tables, Dictionary<Type, List<object>> rows, CurrentPerson[] cast, Bureau bureau, HengDb db)
        {
            (Goal, Id, Tables) = (goal, id, tables);
            foreach (var (type, table) in tables)
            {
                var place = table.PlaceOf(type == typeof(Dossier) ? "Id" : "DossierId");
                Rows[type] = [.. rows[type].Select(table.ValuesOf).Where(r => Equals(r[place], id))];
            }

            Dossier = (Dossier)rows[typeof(Dossier)].Single(d => ((Dossier)d).Id == id);
            Acts = [.. rows[typeof(ActRow)].Cast<ActRow>().Where(a => a.DossierId == id)];
            Guids = [id, bureau.Id, cast[0].UnitId, .. cast.Select(c => c.PersonId), .. Rows.SelectMany(t => t.Value.Select(r => (Guid)r[tables[t.Key].PlaceOf("Id")]!)).Where(g => g != id).Distinct()];
            var unit = db.Set<Unit>().AsNoTracking().Single(u => u.Id == cast[0].UnitId);
            string[] words = [Dossier.Number, bureau.Name, bureau.AreaCode + "-", unit.Name, .. cast.Select(c => c.Name), TemplateHouse.Party, PartyNames.CodeOf(0)];
            foreach (var (text, number) in Guids.SelectMany((g, i) => new[] { (g.ToString("D"), 2 * i), (g.ToString("N"), (2 * i) + 1) }))
            {
                tokens[text] = number;
            }

            for (var i = 0; i < words.Length; i++)
            {
                tokens[words[i]] = (2 * Guids.Count) + i;
            }

            DocumentToken = (2 * Guids.Count) + words.Length;
            cuts = new Regex(string.Join('|', tokens.Keys.OrderByDescending(k => k.Length).Select(Regex.Escape)) + @"|(?<=〔\d{4}〕)\d+(?=号)", RegexOptions.IgnoreCase);
        }

        public Goal Goal { get; }

        public Guid Id { get; }

        public Dossier Dossier { get; }

        public IReadOnlyList<ActRow> Acts { get; }

        public Dictionary<Type, Table> Tables { get; }

        public Dictionary<Type, List<object?[]>> Rows { get; } = [];

        /// <summary>Ids that differ in each copy.</summary>
        public List<Guid> Guids { get; }

        private int DocumentToken { get; }

        /// <summary>A text with the tokens of a copy.</summary>
        public string Fill(string text, Func<int, string> valueOf)
        {
            var (pieces, places) = cut.GetOrAdd(text, Pieces);
            if (places.Length == 0)
            {
                return text;
            }

            var parts = new string[pieces.Length + places.Length];
            for (var i = 0; i < parts.Length; i++)
            {
                parts[i] = i % 2 == 0 ? pieces[i / 2] : valueOf(places[i / 2]);
            }

            return string.Concat(parts);
        }

        private Cut Pieces(string text)
        {
            var matches = cuts.Matches(text);
            var (pieces, from) = (new List<string>(), 0);
            foreach (Match match in matches)
            {
                pieces.Add(text[from..match.Index]);
                from = match.Index + match.Length;
            }

            return new([.. pieces, text[from..]], [.. matches.Select(m => tokens.TryGetValue(m.Value, out var token) ? token : DocumentToken)]);
        }

        /// <summary>A text in pieces, and the token between each two.</summary>
        private sealed record Cut(string[] Pieces, int[] Tokens);
    }

    /// <summary>One copy; the same serial always makes the same copy.</summary>
    private sealed class Copy
    {
        private readonly Template form;
        private readonly Dictionary<Guid, Guid> ids = [];
        private readonly string[] words;
        private readonly string?[] values;
        private readonly Dictionary<string, string> filled = new(StringComparer.Ordinal);
        private readonly TimeSpan shift;
        private readonly CurrentPerson[] cast;
        private readonly int serial;

        public Copy(Template form, Bureau bureau, CurrentPerson[] cast, int serial, int number)
        {
            (this.form, this.cast, this.serial) = (form, cast, serial);
            shift = TimeSpan.FromMilliseconds(serial);
            var made = new Random(serial);
            Guid[] known = [Make(made, form.Dossier.ChangedAt), bureau.Id, cast[0].UnitId, .. cast.Select(c => c.PersonId)];
            for (var i = 0; i < form.Guids.Count; i++)
            {
                ids[form.Guids[i]] = i < known.Length ? known[i] : Make(made, form.Dossier.ChangedAt);
            }

            words = [string.Create(CultureInfo.InvariantCulture, $"{bureau.AreaCode}-{form.Dossier.OpenedOn.Year}-{number:00000}"), bureau.Name, bureau.AreaCode + "-", "示例市场监督管理所", .. cast.Select(c => c.Name), PartyNames.NameOf(serial), PartyNames.CodeOf(serial), number.ToString(CultureInfo.InvariantCulture)];
            values = new string?[(2 * form.Guids.Count) + words.Length];
        }

        private string ValueOf(int token) => values[token] ??= token / 2 < form.Guids.Count ? ids[form.Guids[token / 2]].ToString(token % 2 == 0 ? "D" : "N") : words[token - (2 * form.Guids.Count)];

        /// <summary>A text of the template as it stands in this copy; each is made once.</summary>
        private string Filled(string text) => filled.TryGetValue(text, out var known) ? known : filled[text] = form.Fill(text, ValueOf);

        public IEnumerable<object?[]> RowsOf(Type type)
        {
            var table = form.Tables[type];
            var hashes = type == typeof(ActRow) || type == typeof(Dossier) ? Hashes() : [];
            var at = 0;
            foreach (var row in form.Rows[type])
            {
                var copy = new object?[row.Length];
                for (var i = 0; i < row.Length; i++)
                {
                    copy[i] = (table.Names[i], row[i]) switch
                    {
                        ("At" or "ChangedAt", DateTime instant) => instant + shift,
                        ("SearchKey", _) => Key,
                        ("Hash", _) => hashes[at],
                        ("Head", _) => hashes[^1],
                        ("PartyCode", string) => PartyNames.CodeOf(serial),
                        (_, Guid id) => ids.GetValueOrDefault(id, id),
                        (_, string text) => Filled(text),
                        (_, var value) => value,
                    };
                }

                at++;
                yield return copy;
            }
        }

        public WordRow Words()
        {
            var row = new WordRow(Key);
            row.Take(cast[0].BureauId, cast[0].UnitId, Filled(form.Dossier.SearchText));
            return row;
        }

        private long Key => Dossier.KeyAt(form.Acts[0].At + shift) | (uint)(serial & 4095);

        private List<string> Hashes()
        {
            var profile = HashProfile.Find(form.Dossier.Profile)!;
            var id = ids[form.Id];
            var hash = ActEntry.Genesis(profile, id);
            var hashes = new List<string>();
            foreach (var act in form.Acts)
            {
                var entry = act.Entry;
                var person = ids[entry.Person];
                hash = (entry with
                {
                    Dossier = id,
                    At = entry.At + shift,
                    Person = person,
                    PersonName = Filled(entry.PersonName),
                    Unit = Filled(entry.Unit),
                    Content = Filled(entry.Content),
                    Grounds = Filled(entry.Grounds),
                    Before = Filled(entry.Before),
                    After = Filled(entry.After),
                }).HashAfter(profile, hash);
                hashes.Add(hash);
            }

            return hashes;
        }

        /// <summary>An id that is the same each time it is made.</summary>
        private static Guid Make(Random made, DateTime at)
        {
            Span<byte> bytes = stackalloc byte[16];
            made.NextBytes(bytes);
            var milliseconds = (at.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
            for (var i = 5; i >= 0; i--)
            {
                bytes[i] = (byte)(milliseconds & 255);
                milliseconds >>= 8;
            }

            bytes[6] = (byte)((bytes[6] & 0x0f) | 0x70);
            bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
            return new Guid(bytes, bigEndian: true);
        }
    }
}
