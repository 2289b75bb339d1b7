using Heng.Law.Codes;

namespace Heng.Law.Tests.Codes;

public sealed class AreaAndIndustryTests
{
    [Fact]
    public void The_table_holds_34_provinces_and_27_capitals_each_inside_its_province()
    {
        var provinces = CodeTables.Embedded.Provinces;
        Assert.Equal(34, provinces.Count);
        Assert.Equal(27, provinces.Count(p => p.Capital is not null));
        Assert.All(provinces.Where(p => p.CapitalCode is not null), p => Assert.StartsWith(p.Prefix, p.CapitalCode!, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_province_maps_to_its_region_and_back()
        => Assert.All(CodeTables.Embedded.Provinces, p =>
        {
            Assert.True(AreaCode.TryParse(p.Prefix + "0000", out var area, out _));
            Assert.Equal(p.Iso, area.Region.Value);
            Assert.Equal(area, AreaCode.Of(Region.Parse(p.Iso)));
            Assert.Equal(p.Chinese, area.Name);
        });

    [Theory]
    [InlineData("100000", AreaLevel.Country, "全国", "CN")]
    [InlineData("320000", AreaLevel.Province, "江苏省", "CN-JS")]
    [InlineData("320100", AreaLevel.Prefecture, "南京市", "CN-JS")]
    [InlineData("320600", AreaLevel.Prefecture, null, "CN-JS")]
    [InlineData("110105", AreaLevel.County, null, "CN-BJ")]
    public void An_area_code_knows_its_level_and_region(string text, AreaLevel level, string? name, string region)
    {
        Assert.True(AreaCode.TryParse(text, out var area, out _));
        Assert.Equal((level, name, region), (area.Level, area.Name, area.Region.Value));
    }

    [Theory, Row("10.10")]
    [InlineData(null, "codes.area.form")]
    [InlineData("32060", "codes.area.form")]
    [InlineData("32060A", "codes.area.form")]
    [InlineData("990000", "codes.area.province")]
    [InlineData("100001", "codes.area.province")]
    [InlineData("320001", "codes.area.prefecture")]
    public void A_wrong_area_code_is_refused_with_what_is_wrong(string? text, string expected)
    {
        Assert.False(AreaCode.TryParse(text, out _, out var fault));
        Assert.Equal(expected, fault.Code);
    }

    [Theory]
    [InlineData("CN", null, null)]
    [InlineData("CN-GD", "CN-GD", null)]
    [InlineData("CN-GD-SZ", "CN-GD", "SZ")]
    [InlineData("CN-GS-JYG-1", "CN-GS", "JYG-1")]
    [InlineData("CN-SC-成都", "CN-SC", "成都")]
    public void A_region_is_read_with_any_suffix(string text, string? province, string? suffix)
    {
        Assert.True(Region.TryParse(text, out var region));
        Assert.Equal((text, province, suffix), (region.ToString(), region.Province, region.Suffix));
    }

    [Theory]
    [InlineData(null, "codes.region.form")]
    [InlineData("", "codes.region.form")]
    [InlineData("CN-", "codes.region.form")]
    [InlineData("CN-GD-", "codes.region.form")]
    [InlineData("CN-GDX", "codes.region.form")]
    [InlineData("US-GD", "codes.region.form")]
    [InlineData("CN-ZZ", "codes.region.province")]
    [InlineData("CN-gd", "codes.region.province")]
    [InlineData("CN-ZZ-SZ", "codes.region.province")]
    public void Only_an_unknown_province_or_another_form_is_refused(string? text, string expected)
    {
        Assert.False(Region.TryParse(text, out _, out var fault));
        Assert.Equal(expected, fault.Code);
        Assert.Throws<FormatException>(() => Region.Parse(text!));
    }

    [Theory]
    [InlineData("CN", "CN", true)]
    [InlineData("CN", "CN-GD-SZ", true)]
    [InlineData("CN-GD", "CN-GD", true)]
    [InlineData("CN-GD", "CN-GD-SZ", true)]
    [InlineData("CN-GD-SZ", "CN-GD-SZ-FT", true)]
    [InlineData("CN-GD-SZ", "CN-GD-SZX", false)]
    [InlineData("CN-GD-SZ", "CN-GD", false)]
    [InlineData("CN-GD", "CN-GX", false)]
    [InlineData("CN-GD", "CN", false)]
    public void A_region_contains_itself_and_what_lies_inside(string outer, string inner, bool expected)
    {
        Assert.Equal(expected, Region.Parse(outer).Contains(Region.Parse(inner)));
        Assert.Equal(expected, Region.Parse(inner).IsWithin(Region.Parse(outer)));
    }

    [Fact]
    public void The_default_region_is_the_whole_country()
        => Assert.Equal(Region.Parse("CN"), default);

    [Theory]
    [InlineData("A", IndustryLevel.Section)]
    [InlineData("F52", IndustryLevel.Division)]
    [InlineData("F521", IndustryLevel.Group)]
    [InlineData("f5211", IndustryLevel.Class)]
    public void An_industry_code_knows_its_level(string text, IndustryLevel level)
    {
        Assert.True(IndustryCode.TryParse(text, out var code, out _));
        Assert.Equal(level, code.Level);
        Assert.Equal(char.ToUpperInvariant(text[0]), code.Section.Code);
    }

    [Theory, Row("10.10")]
    [InlineData(null, "codes.industry.section")]
    [InlineData("5211", "codes.industry.section")]
    [InlineData("U52", "codes.industry.section")]
    [InlineData("F5", "codes.industry.digits")]
    [InlineData("F52111", "codes.industry.digits")]
    [InlineData("F52X", "codes.industry.digits")]
    [InlineData("A5211", "codes.industry.division")]
    public void A_wrong_industry_code_is_refused_with_what_is_wrong(string? text, string expected)
    {
        Assert.False(IndustryCode.TryParse(text, out _, out var fault));
        Assert.Equal(expected, fault.Code);
    }

    [Fact]
    public void Every_division_belongs_to_exactly_one_section()
    {
        var sections = CodeTables.Embedded.IndustrySections.Values.ToArray();
        Assert.Equal(20, sections.Length);
        Assert.All(Enumerable.Range(1, 97), d => Assert.Single(sections, s => s.FirstDivision <= d && d <= s.LastDivision));
    }

    [Fact]
    public void A_file_without_a_province_table_is_named()
        => Assert.Equal("codes/provinces.json", Assert.Throws<Heng.Law.Citations.LawDataException>(() => CodeTables.From(Heng.Law.Citations.LawFiles.From([]))).File);
}
