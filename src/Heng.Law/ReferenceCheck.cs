using Heng.Law.Procedure;

namespace Heng.Law;

/// <summary>Whether every id that law data names exists, and stands once.</summary>
internal sealed class ReferenceCheck
{
    private readonly LawNodes nodes;
    private readonly List<LawFinding> findings = [];
    private readonly HashSet<string> facts;
    private readonly HashSet<string> kinds;
    private readonly HashSet<string> fields;
    private readonly HashSet<string> matters;
    private readonly HashSet<string> authorities;
    private readonly HashSet<string> roles;
    private readonly HashSet<string> forms;
    private readonly HashSet<string> stages;
    private readonly HashSet<string> limits;
    private readonly HashSet<string> circumstances;
    private readonly HashSet<string> profiles;
    private readonly HashSet<string> hearingKinds;

    private ReferenceCheck(LawNodes nodes)
    {
        this.nodes = nodes;
        facts = nodes.Ids("matters/facts.json", "facts");
        kinds = nodes.Ids("matters/penalty-kinds.json", "kinds");
        fields = nodes.Ids("matters/fields.json", "fields");
        circumstances = nodes.Ids("matters/circumstances.json", "circumstances");
        matters = [.. nodes.Matters.Select(m => m.TextOf("id")).OfType<string>()];
        authorities = nodes.Ids("authorities.json", "authorities");
        hearingKinds = [.. nodes.Entries("parameters/general.json", "rules").Where(r => r.TextOf("id") == "hearing").SelectMany(r => r.TextsOf("kinds")).Select(k => k.Text!)];
        roles = [.. nodes["procedure/roles.json"]?["general"]?["roles"]?.Members.Select(m => m.Name) ?? []];
        forms = [.. nodes.Ids("documents/forms.json", "documents"), .. nodes.Ids("documents/forms.json", "complaintDocuments")];
        stages = nodes.Ids("procedure/stages.json", "stages");
        limits = nodes.IdsUnder("parameters/limits/", "limits");
        profiles = nodes.Ids("parameters/band-profiles.json", "profiles");
    }

    public static IReadOnlyList<LawFinding> Of(LawNodes nodes)
    {
        var check = new ReferenceCheck(nodes);
        check.Matters();
        check.Lists();
        check.Procedure();
        check.Documents();
        check.Examples();
        check.Duplicates();
        return check.findings;
    }

    private void Matters()
    {
        foreach (var matter in nodes.Matters)
        {
            Refers(matter["field"], fields, "field", "领域", "matters/fields.json");
            foreach (var version in matter.ItemsOf("versions"))
            {
                if (version.TextOf("version") is { } id && id != $"{matter.TextOf("id")}@{version.TextOf("from")}")
                {
                    findings.Add(version["version"]!.Value.Finding("law.version.id", LawSeverity.Error, $"版本代号“{id}”应为“{matter.TextOf("id")}@{version.TextOf("from")}”。请改正代号或者施行之日。"));
                }

                Penalties(version);
                RefersAll(version["hearing"]?.TextsOf("byKind"), kinds, "kind", "处罚种类", "matters/penalty-kinds.json");
                Hearing(version);
                RefersAll(version["exemptionRule"]?.TextsOf("conditions"), facts, "fact", "事实", "matters/facts.json");
            }
        }

        foreach (var overlay in nodes.Entries("matters/overlays.json", "overlays"))
        {
            if (overlay.TextOf("field") != "*")
            {
                Refers(overlay["field"], fields, "field", "领域", "matters/fields.json");
            }

            RefersAll(overlay.TextsOf("excludes"), matters, "matter", "事项", "matters/");
            Conditions(overlay["when"]);
            Penalties(overlay);
        }

        foreach (var rule in nodes.Entries("matters/serious.json", "rules"))
        {
            Refers(rule["field"], fields, "field", "领域", "matters/fields.json");
            Refers(rule["adds"], circumstances, "circumstance", "情节", "matters/circumstances.json");
            RefersAll(rule.TextsOf("matters"), matters, "matter", "事项", "matters/");
            Conditions(rule["any"]);
        }

        foreach (var line in nodes.Entries("parameters/crime-lines.json", "lines"))
        {
            RefersAll(line.TextsOf("matters"), matters, "matter", "事项", "matters/");
            RefersAll(line.TextsOf("fields"), fields, "field", "领域", "matters/fields.json");
            Conditions(line["over"]);
            Conditions(line["near"]);
        }

        foreach (var circumstance in nodes.Entries("matters/circumstances.json", "circumstances"))
        {
            RefersAll(circumstance.TextsOf("sameAs"), facts, "fact", "事实", "matters/facts.json");
            RefersAll(circumstance.TextsOf("scope"), fields, "field", "领域", "matters/fields.json");
            RefersAll(circumstance.TextsOf("hints"), facts, "hint", "提示的事实", "matters/facts.json", LawSeverity.Warning);
        }
    }

    private void Lists()
    {
        foreach (var file in nodes.Under("exemptions/"))
        {
            Refers(file["authority"], authorities, "authority", "机关", "authorities.json");
            foreach (var entry in file.ItemsOf("entries"))
            {
                RefersAll(entry.TextsOf("matters").Where(m => m.Text != "*"), matters, "matter", "事项", "matters/");
                Conditions(entry["conditions"]);
            }
        }

        foreach (var file in nodes.Under("benchmarks/"))
        {
            Refers(file["authority"], authorities, "authority", "机关", "authorities.json");
            foreach (var entry in file.ItemsOf("entries"))
            {
                RefersAll(entry.TextsOf("matter").Where(m => m.Text != "*"), matters, "matter", "事项", "matters/");
                Refers(entry["profile"], profiles, "profile", "幅度规则", "parameters/band-profiles.json");
                foreach (var tier in entry.ItemsOf("tiers"))
                {
                    Conditions(tier["when"]);
                    foreach (var band in tier.ItemsOf("bands"))
                    {
                        Base(band);
                        Conditions(band["when"]);
                    }
                }

                Conditions(entry["noPenalty"]);
                foreach (var adder in entry.ItemsOf("adders"))
                {
                    // An additive table of old law is shown only; its facts are hints.
                    foreach (var fact in Facts(adder["when"]))
                    {
                        Refers(fact, facts, "hint", "提示的事实", "matters/facts.json", LawSeverity.Warning);
                    }
                }
            }
        }

        foreach (var profile in nodes.Entries("parameters/band-profiles.json", "profiles"))
        {
            Refers(profile["issuer"], authorities, "authority", "机关", "authorities.json");
        }

        foreach (var instrument in nodes.Under("instruments/"))
        {
            Refers(instrument["issuer"], authorities, "authority", "机关", "authorities.json");
            if (instrument["issuer"] is null)
            {
                findings.Add(instrument.Finding("law.issuer.empty", LawSeverity.Warning, $"《{instrument.TextOf("zh")}》没有填写制定机关。请在 issuer 中填写 authorities.json 的代号。", instrument.TextOf("id")));
            }
        }

        var settings = nodes.Ids("parameters/settings.json", "settings");
        var thresholds = nodes.Ids("parameters/thresholds.json", "thresholds");
        foreach (var rule in nodes.Entries("parameters/general.json", "rules"))
        {
            RefersAll(rule.TextsOf("settings"), settings, "setting", "设置", "parameters/settings.json");
            RefersAll(rule.TextsOf("thresholds"), thresholds, "setting", "数额标准", "parameters/thresholds.json");
            RefersAll(rule.TextsOf("kinds"), kinds, "kind", "处罚种类", "matters/penalty-kinds.json");
        }
    }

    private void Procedure()
    {
        foreach (var stage in nodes.Entries("procedure/stages.json", "stages"))
        {
            Refers(stage["owner"], roles, "role", "角色", "procedure/roles.json");
            RefersAll(stage.TextsOf("documents"), forms, "form", "文书", "documents/forms.json");
            RefersAll(stage.TextsOf("clocks"), limits, "limit", "期限", "parameters/limits/");
        }

        foreach (var transition in nodes.Entries("procedure/transitions.json", "transitions").Concat(nodes.Entries("procedure/choices.json", "transitions")))
        {
            Refers(transition["from"], stages, "stage", "阶段", "procedure/stages.json");
            Refers(transition["to"], stages, "stage", "阶段", "procedure/stages.json");
            RefersAll(transition.TextsOf("by"), roles, "role", "角色", "procedure/roles.json");
            RefersAll(transition.TextsOf("documents"), forms, "form", "文书", "documents/forms.json");
            Approver(transition["approver"]);
            if (transition["act"] is { Text: { } act } at && !Enum.TryParse<ActKind>(act, ignoreCase: true, out _))
            {
                findings.Add(at.Finding("law.reference.act", LawSeverity.Error, $"“{act}”不是程序行为。请改用程序认识的行为代号。"));
            }
        }

        foreach (var approval in nodes.Entries("procedure/approvals.json", "approvals"))
        {
            Approver(approval["approver"]);
            RefersAll(approval.TextsOf("form").Where(f => f.Text != "-"), forms, "form", "文书", "documents/forms.json");
        }

        foreach (var extension in nodes.Under("parameters/limits/").SelectMany(f => f.ItemsOf("limits")).SelectMany(l => l.ItemsOf("extensions")))
        {
            Approver(extension["approver"]);
        }

        foreach (var exclusion in nodes.Entries("parameters/counting-rules.json", "clockExclusions"))
        {
            Refers(exclusion["appliesTo"], limits, "limit", "期限", "parameters/limits/");
        }

        Refers(nodes["parameters/counting-rules.json"]?["verificationExclusions"]?["appliesTo"], limits, "limit", "期限", "parameters/limits/");
    }

    private void Documents()
    {
        foreach (var form in nodes.Entries("documents/forms.json", "documents"))
        {
            // Some forms may be used at any stage.
            RefersAll(form.TextsOf("stages").Where(s => s.Text != "any"), stages, "stage", "阶段", "procedure/stages.json");
        }

        foreach (var (_, limit) in nodes["documents/reasoned-documents.json"]?["remedyLimits"]?.Members ?? [])
        {
            Refers(limit, limits, "limit", "期限", "parameters/limits/");
        }
    }

    private void Examples()
    {
        foreach (var vector in nodes.Entries("examples/vectors.json", "examples"))
        {
            Refers(vector["matter"], matters, "matter", "事项", "matters/");
            FactKeys(vector["facts"]);
        }

        foreach (var example in nodes.Under("examples/published/"))
        {
            var input = example["input"];
            Refers(input?["matter"], matters, "matter", "事项", "matters/");
            FactKeys(input?["facts"]);
            RefersAll(input?.TextsOf("circumstances"), circumstances, "circumstance", "情节", "matters/circumstances.json");
        }
    }

    private void Duplicates()
    {
        (string Where, IEnumerable<LawNode?> Ids)[] lists =
        [
            ("事实", nodes.Entries("matters/facts.json", "facts").Select(e => e["id"])),
            ("处罚种类", nodes.Entries("matters/penalty-kinds.json", "kinds").Select(e => e["id"])),
            ("领域", nodes.Entries("matters/fields.json", "fields").Select(e => e["id"])),
            ("情节", nodes.Entries("matters/circumstances.json", "circumstances").Select(e => e["id"])),
            ("通则", nodes.Entries("matters/overlays.json", "overlays").Select(e => e["id"])),
            ("事项", nodes.Matters.Select(m => m["id"])),
            ("事项版本", nodes.Matters.SelectMany(m => m.ItemsOf("versions")).Select(v => v["version"])),
            ("机关", nodes.Entries("authorities.json", "authorities").Select(e => e["id"])),
            ("法规", nodes.Under("instruments/").Select(i => i["id"])),
            ("法规文本", nodes.Under("instruments/").SelectMany(i => i.ItemsOf("texts")).Select(t => t["key"])),
            ("清单条目", nodes.Under("exemptions/").SelectMany(f => f.ItemsOf("entries")).Select(e => e["id"])),
            ("基准条目", nodes.Under("benchmarks/").SelectMany(f => f.ItemsOf("entries")).Select(e => e["id"])),
            ("期限", nodes.Under("parameters/limits/").SelectMany(f => f.ItemsOf("limits")).Select(e => e["id"])),
            ("设置", nodes.Entries("parameters/settings.json", "settings").Select(e => e["id"])),
            ("数额标准", nodes.Entries("parameters/thresholds.json", "thresholds").Select(e => e["id"])),
            ("阶段", nodes.Entries("procedure/stages.json", "stages").Select(e => e["id"])),
            ("流转", nodes.Entries("procedure/transitions.json", "transitions").Concat(nodes.Entries("procedure/choices.json", "transitions")).Select(e => e["id"])),
            ("审批", nodes.Entries("procedure/approvals.json", "approvals").Select(e => e["id"])),
            ("文书", nodes.Entries("documents/forms.json", "documents").Concat(nodes.Entries("documents/forms.json", "complaintDocuments")).Select(e => e["id"])),
        ];
        foreach (var (where, ids) in lists)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var id in ids.OfType<LawNode>().Where(i => i.Text is { } text && !seen.Add(text)))
            {
                findings.Add(id.Finding("law.duplicate-id", LawSeverity.Error, $"{where}代号“{id.Text}”出现不止一次。请给其中一个改用新的代号；已经公布的代号不得改变含义。"));
            }
        }
    }

    private void Penalties(LawNode owner)
    {
        foreach (var penalty in owner.ItemsOf("penalties"))
        {
            Refers(penalty["kind"], kinds, "kind", "处罚种类", "matters/penalty-kinds.json");
            Base(penalty);
            Conditions(penalty["when"]);
        }
    }

    /// <summary>A hearing is offered for every kind that calls for one (行政处罚法第六十三条), and for none that the version does not hold.</summary>
    private void Hearing(LawNode version)
    {
        var held = version.ItemsOf("penalties").Select(p => p.TextOf("kind")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var offered = version["hearing"]?.TextsOf("byKind").ToArray() ?? [];
        foreach (var kind in held.Intersect(hearingKinds).Except(offered.Select(o => o.Text!)).Order(StringComparer.Ordinal))
        {
            findings.Add((version["hearing"] ?? version).Finding("law.hearing.missing", LawSeverity.Error, $"处罚中有“{kind}”，听证种类中没有。请在 hearing.byKind 中补上（行政处罚法第六十三条）。", kind));
        }

        foreach (var kind in offered.Where(o => !held.Contains(o.Text!)))
        {
            findings.Add(kind.Finding("law.hearing.unused", LawSeverity.Warning, $"听证种类“{kind.Text}”不在本版本的处罚之中。请删去，或者补上该处罚。"));
        }
    }

    private void Base(LawNode band)
    {
        if (band["base"] is { Text: not (null or "fixed") } named)
        {
            Refers(named, facts, "fact", "作基数的事实", "matters/facts.json");
        }
    }

    private void Conditions(LawNode? condition)
    {
        foreach (var fact in Facts(condition))
        {
            Refers(fact, facts, "fact", "事实", "matters/facts.json");
        }
    }

    private static IEnumerable<LawNode> Facts(LawNode? condition)
    {
        if (condition is not { } node)
        {
            return [];
        }

        var own = node["fact"] is { } fact ? [fact] : Enumerable.Empty<LawNode>();
        return own.Concat(node.Items.Concat(node.ItemsOf("all")).Concat(node.ItemsOf("any")).SelectMany(n => Facts(n)));
    }

    private void FactKeys(LawNode? given)
    {
        foreach (var (name, value) in given?.Members ?? [])
        {
            if (!facts.Contains(name))
            {
                findings.Add(value.Finding("law.reference.fact", LawSeverity.Error, $"事实“{name}”不在 matters/facts.json 中。请改正代号，或者先登记这项事实。", name));
            }
        }
    }

    private void Approver(LawNode? approver)
    {
        if (approver is not { Text: "none" })
        {
            Refers(approver, roles, "role", "批准人", "procedure/roles.json", LawSeverity.Warning);
        }
    }

    private void RefersAll(IEnumerable<LawNode>? named, HashSet<string> known, string code, string what, string where, LawSeverity severity = LawSeverity.Error)
    {
        foreach (var node in named ?? [])
        {
            Refers(node, known, code, what, where, severity);
        }
    }

    private void Refers(LawNode? named, HashSet<string> known, string code, string what, string where, LawSeverity severity = LawSeverity.Error)
    {
        if (named is { Text: { } id } node && !known.Contains(id))
        {
            findings.Add(node.Finding($"law.reference.{code}", severity, $"{what}“{id}”不在 {where} 中。请改正代号，或者先在那里登记。"));
        }
    }
}
