using Heng.Guidance;
using Heng.Law;

namespace Heng.Tests.Guidance;

public sealed class MatterSearchTests
{
    private static readonly MatterSearch search = new(LawSet.Embedded);

    [Theory]
    [InlineData("FOOD-008", "FOOD-008")]
    [InlineData("food-008", "FOOD-008")]
    [InlineData("保质期", "FOOD-008")]
    [InlineData("过期食品", "FOOD-008")]
    [InlineData("食品安全法 124", "FOOD-008")]
    [InlineData("食品安全法124", "FOOD-008")]
    [InlineData("过期", "FOOD-008")]
    [InlineData("第一百二十四条 保质期", "FOOD-008")]
    [InlineData("ＦＯＯＤ－００８", "FOOD-008")]
    public void A_matter_is_found_by_id_word_short_form_or_article(string query, string id)
        => Assert.Contains(search.Find(query, null), m => m.Id == id);

    [Fact]
    public void Every_matter_is_found_without_words_and_none_by_nonsense()
    {
        Assert.Equal(255, search.Find("", null).Count);
        Assert.Empty(search.Find("鑫鑫鑫", null));
    }

    [Fact]
    public void A_field_and_a_day_narrow_the_list()
    {
        Assert.All(search.Find("", "food"), m => Assert.Equal("food", m.Field));
        Assert.DoesNotContain(search.Find("", null, new DateOnly(2025, 11, 30)), m => m.Id == "FOOD-030");
        Assert.Contains(search.Find("", null, new DateOnly(2025, 12, 1)), m => m.Id == "FOOD-030");
    }
}
