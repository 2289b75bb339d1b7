namespace Heng.BrowserTests;

/// <summary>Every page that must pass the checks of <see cref="EveryPageTests"/>; adding a page is one line.</summary>
public static class Routes
{
    /// <summary>Address, and the name of its screenshots.</summary>
    public static TheoryData<string, string> All { get; } = new()
    {
        { "/", "home" },
        { "/assess?q=%E8%BF%87%E6%9C%9F", "assess-search" },
        { "/assess?matter=FOOD-008&act=2026-03-01&decide=2026-04-10", "assess-open" },
        { "/assess?matter=FOOD-008&act=2026-03-01&decide=2026-04-10&f.goodsValue=36000&fine=600000&c=C-AG-04", "assess-grave" },
        { "/deadline", "deadline-all" },
        { "/deadline?rule=L50&start=2026-01-05&from=2026-02-01&to=2026-02-10&length=30&unit=ND", "deadline" },
        { "/deadline?rule=L40&start=2026-12-30", "deadline-refused" },
        { "/procedure", "procedure" },
        { "/procedure?stage=S75", "procedure-stage" },
        { "/law?q=%E5%B9%BF%E5%91%8A", "law" },
        { "/law/matters/UC-003", "matter" },
        { "/law/exemptions", "exemptions" },
        { "/law/benchmarks", "benchmarks" },
        { "/law/limits", "limits" },
        { "/law/gaps", "gaps" },
        { "/law/instruments", "instruments" },
        { "/law/compare?regionA=CN&dayA=2025-10-01&regionB=CN-BJ&dayB=2025-12-31", "compare" },
        { "/law/instruments/FSL?article=124", "instrument" },
        { "/set-up", "set-up" },
        { "/no-such-page", "not-found" },
    };
}
