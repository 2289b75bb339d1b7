using System.Globalization;
using CsCheck;
using Heng.Law.Codes;

namespace Heng.Law.Tests.Codes;

public sealed class PersonNumberTests
{
    // The example printed in the standard.
    private const string Printed = "11010519491231002X";

    [Fact]
    public void The_number_printed_in_the_standard_is_read()
    {
        Assert.True(PersonNumber.TryParse(Printed, out var number, out _));
        Assert.Equal(new DateOnly(1949, 12, 31), number.BirthDate);
        Assert.Equal("110105", number.Area);
    }

    [Fact]
    public void Printing_a_number_masks_it()
    {
        Assert.True(PersonNumber.TryParse("11010519491231002x", out var number, out _));
        Assert.Equal("11***************X", number.ToString());
        Assert.Equal(Printed, number.Value);
    }

    [Theory, Row("10.10")]
    [InlineData(null, "codes.person-number.length")]
    [InlineData("110105491231002", "codes.person-number.length")]
    [InlineData("1101051949123100XX", "codes.person-number.character")]
    [InlineData("11010519491231002A", "codes.person-number.character")]
    [InlineData("991010519491231002", "codes.person-number.foreign")]
    [InlineData("77010519491231002X", "codes.person-number.area")]
    [InlineData("11010519490230002X", "codes.person-number.birth-date")]
    [InlineData("11010519490229002X", "codes.person-number.birth-date")]
    [InlineData("110105194912310021", "codes.person-number.check")]
    public void A_wrong_number_is_refused_with_what_is_wrong(string? text, string expected)
    {
        Assert.False(PersonNumber.TryParse(text, out var number, out var fault));
        Assert.Null(number);
        Assert.Equal(expected, fault.Code);
    }

    [Theory]
    [InlineData("810000")]
    [InlineData("820000")]
    [InlineData("830000")]
    public void Numbers_of_residence_permits_are_read(string area)
        => Assert.True(PersonNumber.TryParse(DemoCodes.PersonNumber(area, new DateOnly(1990, 2, 28), 999), out _, out _));

    [Fact]
    public void Every_generated_number_passes_and_gives_its_birth_date()
        => DemoCodes.PersonNumbers.Sample(n => PersonNumber.TryParse(n.Text, out var number, out _) && number.BirthDate == n.Birth);

    [Fact]
    public void Every_change_of_one_digit_is_caught()
        => DemoCodes.PersonNumbers.Sample(
            n =>
            {
                for (var i = 0; i < n.Text.Length; i++)
                {
                    foreach (var other in "0123456789X".Where(c => c != n.Text[i]))
                    {
                        Assert.False(PersonNumber.TryParse(n.Text[..i] + other + n.Text[(i + 1)..], out _, out _));
                    }
                }
            },
            iter: 500);

    [Theory]
    [InlineData("2010-05-01", "2024-04-30", 13, 13)]
    [InlineData("2010-05-01", "2024-05-01", 13, 14)]
    [InlineData("2010-05-01", "2024-05-02", 14, 14)]
    [InlineData("2012-02-29", "2026-02-27", 13, 13)]
    [InlineData("2012-02-29", "2026-02-28", 13, 14)]
    [InlineData("2012-02-29", "2026-03-01", 14, 14)]
    [InlineData("2024-05-01", "2024-05-01", 0, 0)]
    public void Age_is_counted_by_the_named_choice(string birth, string day, int fromDayAfter, int fromBirthday)
    {
        Assert.True(PersonNumber.TryParse(DemoCodes.PersonNumber("320600", On(birth), 999), out var number, out _));
        Assert.Equal(fromDayAfter, number.AgeOn(On(day), AgeCounting.FromDayAfterBirthday));
        Assert.Equal(fromBirthday, number.AgeOn(On(day), AgeCounting.FromBirthday));
    }

    [Fact]
    public void Age_before_the_birth_is_a_bug_of_the_caller()
    {
        Assert.True(PersonNumber.TryParse(Printed, out var number, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => number.AgeOn(new DateOnly(1949, 12, 30), AgeCounting.FromBirthday));
    }

    private static DateOnly On(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
