namespace Heng.Law.Publicity;

/// <summary>Reason of a mask (隐去理由): what kind of personal information stood there.</summary>
public enum MaskReason
{
    /// <summary>Identity number (身份证件号码).</summary>
    PersonNumber,

    /// <summary>Telephone (电话号码).</summary>
    Telephone,

    /// <summary>Bank account (银行账号).</summary>
    Account,

    /// <summary>Home address (住址).</summary>
    Address,

    /// <summary>Name of a natural person (自然人姓名).</summary>
    Name,

    /// <summary>Licence plate (车牌号).</summary>
    Plate,

    /// <summary>E-mail (电子邮箱).</summary>
    Email,

    /// <summary>Account of a messenger (微信、QQ 等账号).</summary>
    Messenger,

    /// <summary>Number of another document (其他证件号码).</summary>
    OtherDocument,

    /// <summary>What the officer masked besides (另行隐去).</summary>
    Other,
}

/// <summary>Mask (隐去): a stretch of the served text and what is shown in its place.</summary>
/// <param name="Start">Where it begins in the served text.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Shown">What is shown: asterisks, or the family name with 某某.</param>
/// <param name="Reason">Why.</param>
public sealed record Mask(int Start, int Length, string Shown, MaskReason Reason);

/// <summary>Residue (残留): personal information found in a text that is to be published.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Reason">What it is.</param>
public sealed record Residue(int Start, int Length, MaskReason Reason);

/// <summary>Masked text (脱敏文本) with what was masked.</summary>
/// <param name="Text">The text to be published.</param>
/// <param name="Masks">The masks, in order, none over another.</param>
public sealed record MaskedText(string Text, IReadOnlyList<Mask> Masks);

/// <summary>Names of masks (隐去名称).</summary>
public static class Masks
{
    /// <summary>The Chinese name of a reason.</summary>
    /// <param name="reason">The reason.</param>
    public static string NameOf(MaskReason reason) => reason switch
    {
        MaskReason.PersonNumber => "身份证件号码",
        MaskReason.Telephone => "电话号码",
        MaskReason.Account => "银行账号",
        MaskReason.Address => "住址",
        MaskReason.Name => "自然人姓名",
        MaskReason.Plate => "车牌号",
        MaskReason.Email => "电子邮箱",
        MaskReason.Messenger => "微信、QQ 等账号",
        MaskReason.OtherDocument => "其他证件号码",
        _ => "另行隐去的内容",
    };
}
