using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Heng.Platform.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    PasswordHash = table.Column<string>(type: "text", nullable: false),
                    SecondFactor = table.Column<string>(type: "text", nullable: true),
                    SecondFactorStep = table.Column<long>(type: "bigint", nullable: false),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    LockedUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    IsLocked = table.Column<bool>(type: "boolean", nullable: false),
                    OneTimeUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "bank_files",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Sha256 = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonName = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    IsRead = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bank_files", x => new { x.BureauId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "bank_lines",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    PaymentNumber = table.Column<string>(type: "text", nullable: false),
                    Sum = table.Column<long>(type: "bigint", nullable: false),
                    Serial = table.Column<string>(type: "text", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Payer = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Note = table.Column<string>(type: "text", nullable: false),
                    DossierId = table.Column<Guid>(type: "uuid", nullable: true),
                    Beyond = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bank_lines", x => new { x.BureauId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "booked_receipts",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Serial = table.Column<string>(type: "text", nullable: false),
                    DossierId = table.Column<Guid>(type: "uuid", nullable: false),
                    LineId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booked_receipts", x => new { x.BureauId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "bureaus",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ParentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Path = table.Column<string>(type: "text", nullable: false),
                    Level = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    ShortName = table.Column<string>(type: "text", nullable: false),
                    AreaCode = table.Column<string>(type: "text", nullable: false),
                    LawRegion = table.Column<string>(type: "text", nullable: false),
                    Address = table.Column<string>(type: "text", nullable: false),
                    Telephone = table.Column<string>(type: "text", nullable: false),
                    Government = table.Column<string>(type: "text", nullable: false),
                    Court = table.Column<string>(type: "text", nullable: false),
                    HashProfile = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bureaus", x => x.Id);
                    table.ForeignKey(
                        name: "FK_bureaus_bureaus_ParentId",
                        column: x => x.ParentId,
                        principalTable: "bureaus",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dossiers",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "text", nullable: false),
                    SearchKey = table.Column<long>(type: "bigint", nullable: false),
                    SearchText = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Profile = table.Column<string>(type: "text", nullable: false),
                    Head = table.Column<string>(type: "text", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Party = table.Column<string>(type: "text", nullable: false),
                    PartyCode = table.Column<string>(type: "text", nullable: true),
                    Matter = table.Column<string>(type: "text", nullable: true),
                    Stage = table.Column<string>(type: "text", nullable: false),
                    Outcome = table.Column<string>(type: "text", nullable: true),
                    Handlers = table.Column<string>(type: "text", nullable: false),
                    Five = table.Column<string>(type: "text", nullable: false),
                    IsClosed = table.Column<bool>(type: "boolean", nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DueName = table.Column<string>(type: "text", nullable: true),
                    DueBasis = table.Column<string>(type: "text", nullable: true),
                    YellowOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RedOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossiers", x => new { x.BureauId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "drafts",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    DossierId = table.Column<Guid>(type: "uuid", nullable: true),
                    Act = table.Column<string>(type: "text", nullable: false),
                    Fields = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_drafts", x => new { x.BureauId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "files",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DossierId = table.Column<Guid>(type: "uuid", nullable: true),
                    Sha256 = table.Column<string>(type: "text", nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    MediaType = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_files", x => new { x.BureauId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "form_templates",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Form = table.Column<string>(type: "text", nullable: false),
                    Sha256 = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_form_templates", x => new { x.BureauId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "installation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    IsPractice = table.Column<bool>(type: "boolean", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CompletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PracticeDays = table.Column<int>(type: "integer", nullable: false),
                    SetUpToken = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_installation", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "kept_goods",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DossierId = table.Column<Guid>(type: "uuid", nullable: false),
                    Dossier = table.Column<string>(type: "text", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Quantity = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    Unit = table.Column<string>(type: "text", nullable: false),
                    Value = table.Column<long>(type: "bigint", nullable: false),
                    Place = table.Column<string>(type: "text", nullable: false),
                    Keeper = table.Column<string>(type: "text", nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kept_goods", x => new { x.BureauId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "officer_times",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    DossierId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_officer_times", x => new { x.BureauId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "payable_decisions",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DossierId = table.Column<Guid>(type: "uuid", nullable: false),
                    PaymentNumber = table.Column<string>(type: "text", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Owed = table.Column<long>(type: "bigint", nullable: false),
                    Excess = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payable_decisions", x => new { x.BureauId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "pdf_copies",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: false),
                    Sha256 = table.Column<string>(type: "text", nullable: false),
                    Converter = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pdf_copies", x => new { x.BureauId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "privacy_reviews",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Scope = table.Column<string>(type: "text", nullable: false),
                    Findings = table.Column<string>(type: "text", nullable: false),
                    Measures = table.Column<string>(type: "text", nullable: false),
                    Catalogue = table.Column<string>(type: "text", nullable: false),
                    PersonName = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_privacy_reviews", x => new { x.BureauId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "published_decisions",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DossierId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "text", nullable: false),
                    Bureau = table.Column<string>(type: "text", nullable: false),
                    Region = table.Column<string>(type: "text", nullable: false),
                    Party = table.Column<string>(type: "text", nullable: false),
                    PartyCode = table.Column<string>(type: "text", nullable: true),
                    Representative = table.Column<string>(type: "text", nullable: true),
                    Matter = table.Column<string>(type: "text", nullable: false),
                    Violation = table.Column<string>(type: "text", nullable: false),
                    Sanction = table.Column<string>(type: "text", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ShownUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Class = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    TextHash = table.Column<string>(type: "text", nullable: false),
                    CorrectedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WithdrawnOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WithdrawnBecause = table.Column<string>(type: "text", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedBy = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_published_decisions", x => new { x.BureauId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "saved_views",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Query = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_saved_views", x => new { x.BureauId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "security_log",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    PersonName = table.Column<string>(type: "text", nullable: false),
                    Roles = table.Column<string>(type: "text", nullable: false),
                    Code = table.Column<string>(type: "text", nullable: false),
                    Subject = table.Column<string>(type: "text", nullable: false),
                    Before = table.Column<string>(type: "text", nullable: false),
                    After = table.Column<string>(type: "text", nullable: false),
                    Profile = table.Column<string>(type: "text", nullable: false),
                    Hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_security_log", x => new { x.BureauId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "sequences",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sequences", x => new { x.BureauId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "stock_counts",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TakeId = table.Column<Guid>(type: "uuid", nullable: false),
                    GoodsId = table.Column<Guid>(type: "uuid", nullable: false),
                    DossierId = table.Column<Guid>(type: "uuid", nullable: false),
                    Dossier = table.Column<string>(type: "text", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Unit = table.Column<string>(type: "text", nullable: false),
                    Expected = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    Counted = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    Value = table.Column<long>(type: "bigint", nullable: false),
                    Place = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stock_counts", x => new { x.BureauId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "stock_takes",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<string>(type: "text", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    CountedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    Counter = table.Column<string>(type: "text", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: false),
                    CheckedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Checker = table.Column<string>(type: "text", nullable: false),
                    CheckedOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stock_takes", x => new { x.BureauId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "units",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    IsStation = table.Column<bool>(type: "boolean", nullable: false),
                    IsDelegated = table.Column<bool>(type: "boolean", nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_units", x => new { x.BureauId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "words",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Numbers = table.Column<int[]>(type: "integer[]", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_words", x => new { x.BureauId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    HasSecondFactor = table.Column<bool>(type: "boolean", nullable: false),
                    IsWaiting = table.Column<bool>(type: "boolean", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sessions_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "code_lists",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    List = table.Column<string>(type: "text", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Entries = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PersonName = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_code_lists", x => new { x.BureauId, x.Id });
                    table.ForeignKey(
                        name: "FK_code_lists_bureaus_BureauId",
                        column: x => x.BureauId,
                        principalTable: "bureaus",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "settings",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Value = table.Column<string>(type: "text", nullable: true),
                    IsLocked = table.Column<bool>(type: "boolean", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PersonName = table.Column<string>(type: "text", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_settings", x => new { x.BureauId, x.Id });
                    table.ForeignKey(
                        name: "FK_settings_bureaus_BureauId",
                        column: x => x.BureauId,
                        principalTable: "bureaus",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "acts",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DossierId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonName = table.Column<string>(type: "text", nullable: false),
                    Unit = table.Column<string>(type: "text", nullable: false),
                    Roles = table.Column<string>(type: "text", nullable: false),
                    Code = table.Column<string>(type: "text", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Grounds = table.Column<string>(type: "text", nullable: false),
                    Before = table.Column<string>(type: "text", nullable: false),
                    After = table.Column<string>(type: "text", nullable: false),
                    LawHash = table.Column<string>(type: "text", nullable: false),
                    Hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_acts", x => new { x.BureauId, x.Id });
                    table.ForeignKey(
                        name: "FK_acts_dossiers_BureauId_DossierId",
                        columns: x => new { x.BureauId, x.DossierId },
                        principalTable: "dossiers",
                        principalColumns: new[] { "BureauId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dossier_people",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DossierId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossier_people", x => new { x.BureauId, x.Id });
                    table.ForeignKey(
                        name: "FK_dossier_people_dossiers_BureauId_DossierId",
                        columns: x => new { x.BureauId, x.DossierId },
                        principalTable: "dossiers",
                        principalColumns: new[] { "BureauId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "read_grants",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DossierId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReaderBureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReaderId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reader = table.Column<string>(type: "text", nullable: false),
                    Duty = table.Column<string>(type: "text", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_read_grants", x => new { x.BureauId, x.Id });
                    table.ForeignKey(
                        name: "FK_read_grants_dossiers_BureauId_DossierId",
                        columns: x => new { x.BureauId, x.DossierId },
                        principalTable: "dossiers",
                        principalColumns: new[] { "BureauId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "vault",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DossierId = table.Column<Guid>(type: "uuid", nullable: false),
                    Act = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Locked = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_vault", x => new { x.BureauId, x.Id });
                    table.ForeignKey(
                        name: "FK_vault_dossiers_BureauId_DossierId",
                        columns: x => new { x.BureauId, x.DossierId },
                        principalTable: "dossiers",
                        principalColumns: new[] { "BureauId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "work_items",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    DossierId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Roles = table.Column<int>(type: "integer", nullable: false),
                    NotFor = table.Column<string>(type: "text", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Why = table.Column<string>(type: "text", nullable: false),
                    Act = table.Column<string>(type: "text", nullable: true),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    YellowOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Basis = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_items", x => new { x.BureauId, x.Id });
                    table.ForeignKey(
                        name: "FK_work_items_dossiers_BureauId_DossierId",
                        columns: x => new { x.BureauId, x.DossierId },
                        principalTable: "dossiers",
                        principalColumns: new[] { "BureauId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "matter_grants",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Covers = table.Column<string>(type: "text", nullable: false),
                    Level = table.Column<string>(type: "text", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Deed = table.Column<string>(type: "text", nullable: false),
                    DeedPublished = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matter_grants", x => new { x.BureauId, x.Id });
                    table.ForeignKey(
                        name: "FK_matter_grants_units_BureauId_UnitId",
                        columns: x => new { x.BureauId, x.UnitId },
                        principalTable: "units",
                        principalColumns: new[] { "BureauId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Post = table.Column<string>(type: "text", nullable: false),
                    HasLegalQualification = table.Column<bool>(type: "boolean", nullable: false),
                    ReviewedBeforeQualification = table.Column<bool>(type: "boolean", nullable: false),
                    JoinedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LeftOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => new { x.BureauId, x.Id });
                    table.ForeignKey(
                        name: "FK_people_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_people_units_BureauId_UnitId",
                        columns: x => new { x.BureauId, x.UnitId },
                        principalTable: "units",
                        principalColumns: new[] { "BureauId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "certificates",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "text", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certificates", x => new { x.BureauId, x.Id });
                    table.ForeignKey(
                        name: "FK_certificates_people_BureauId_PersonId",
                        columns: x => new { x.BureauId, x.PersonId },
                        principalTable: "people",
                        principalColumns: new[] { "BureauId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "role_grants",
                columns: table => new
                {
                    BureauId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "text", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_role_grants", x => new { x.BureauId, x.Id });
                    table.ForeignKey(
                        name: "FK_role_grants_people_BureauId_PersonId",
                        columns: x => new { x.BureauId, x.PersonId },
                        principalTable: "people",
                        principalColumns: new[] { "BureauId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_Name",
                table: "accounts",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_acts_BureauId_DossierId_Number",
                table: "acts",
                columns: new[] { "BureauId", "DossierId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bank_files_BureauId_Sha256",
                table: "bank_files",
                columns: new[] { "BureauId", "Sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bank_lines_BureauId_FileId_Number",
                table: "bank_lines",
                columns: new[] { "BureauId", "FileId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bank_lines_BureauId_State",
                table: "bank_lines",
                columns: new[] { "BureauId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_booked_receipts_BureauId_Serial",
                table: "booked_receipts",
                columns: new[] { "BureauId", "Serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bureaus_ParentId",
                table: "bureaus",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_bureaus_Path",
                table: "bureaus",
                column: "Path");

            migrationBuilder.CreateIndex(
                name: "IX_certificates_BureauId_PersonId",
                table: "certificates",
                columns: new[] { "BureauId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_code_lists_BureauId_List_Number",
                table: "code_lists",
                columns: new[] { "BureauId", "List", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dossier_people_BureauId_DossierId",
                table: "dossier_people",
                columns: new[] { "BureauId", "DossierId" });

            migrationBuilder.CreateIndex(
                name: "IX_dossier_people_BureauId_PersonId_DossierId",
                table: "dossier_people",
                columns: new[] { "BureauId", "PersonId", "DossierId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_BureauId_ChangedAt_Id",
                table: "dossiers",
                columns: new[] { "BureauId", "ChangedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_BureauId_DueOn_Id",
                table: "dossiers",
                columns: new[] { "BureauId", "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_BureauId_Matter_SearchKey",
                table: "dossiers",
                columns: new[] { "BureauId", "Matter", "SearchKey" });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_BureauId_Number",
                table: "dossiers",
                columns: new[] { "BureauId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_BureauId_PartyCode",
                table: "dossiers",
                columns: new[] { "BureauId", "PartyCode" });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_BureauId_SearchKey",
                table: "dossiers",
                columns: new[] { "BureauId", "SearchKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_BureauId_Stage_SearchKey",
                table: "dossiers",
                columns: new[] { "BureauId", "Stage", "SearchKey" });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_BureauId_UnitId_ChangedAt_Id",
                table: "dossiers",
                columns: new[] { "BureauId", "UnitId", "ChangedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_BureauId_UnitId_DueOn_Id",
                table: "dossiers",
                columns: new[] { "BureauId", "UnitId", "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_BureauId_UnitId_SearchKey",
                table: "dossiers",
                columns: new[] { "BureauId", "UnitId", "SearchKey" });

            migrationBuilder.CreateIndex(
                name: "IX_drafts_BureauId_PersonId_DossierId_Act",
                table: "drafts",
                columns: new[] { "BureauId", "PersonId", "DossierId", "Act" });

            migrationBuilder.CreateIndex(
                name: "IX_files_BureauId_DossierId",
                table: "files",
                columns: new[] { "BureauId", "DossierId" });

            migrationBuilder.CreateIndex(
                name: "IX_form_templates_BureauId_Form_At",
                table: "form_templates",
                columns: new[] { "BureauId", "Form", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_kept_goods_BureauId_DossierId_Number",
                table: "kept_goods",
                columns: new[] { "BureauId", "DossierId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kept_goods_BureauId_State_Place",
                table: "kept_goods",
                columns: new[] { "BureauId", "State", "Place" });

            migrationBuilder.CreateIndex(
                name: "IX_matter_grants_BureauId_UnitId",
                table: "matter_grants",
                columns: new[] { "BureauId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_officer_times_BureauId_PersonId_From",
                table: "officer_times",
                columns: new[] { "BureauId", "PersonId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_payable_decisions_BureauId_DossierId",
                table: "payable_decisions",
                columns: new[] { "BureauId", "DossierId" });

            migrationBuilder.CreateIndex(
                name: "IX_payable_decisions_BureauId_PaymentNumber",
                table: "payable_decisions",
                columns: new[] { "BureauId", "PaymentNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pdf_copies_BureauId_Source",
                table: "pdf_copies",
                columns: new[] { "BureauId", "Source" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_AccountId",
                table: "people",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_people_BureauId_UnitId",
                table: "people",
                columns: new[] { "BureauId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_privacy_reviews_BureauId_Kind_On",
                table: "privacy_reviews",
                columns: new[] { "BureauId", "Kind", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_published_decisions_BureauId_DossierId",
                table: "published_decisions",
                columns: new[] { "BureauId", "DossierId" });

            migrationBuilder.CreateIndex(
                name: "IX_published_decisions_BureauId_PublishedOn_Id",
                table: "published_decisions",
                columns: new[] { "BureauId", "PublishedOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_published_decisions_Number",
                table: "published_decisions",
                column: "Number");

            migrationBuilder.CreateIndex(
                name: "IX_published_decisions_PartyCode",
                table: "published_decisions",
                column: "PartyCode");

            migrationBuilder.CreateIndex(
                name: "IX_published_decisions_PublishedOn_Id",
                table: "published_decisions",
                columns: new[] { "PublishedOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_read_grants_BureauId_At",
                table: "read_grants",
                columns: new[] { "BureauId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_read_grants_BureauId_DossierId",
                table: "read_grants",
                columns: new[] { "BureauId", "DossierId" });

            migrationBuilder.CreateIndex(
                name: "IX_read_grants_BureauId_ReaderId_DossierId",
                table: "read_grants",
                columns: new[] { "BureauId", "ReaderId", "DossierId" });

            migrationBuilder.CreateIndex(
                name: "IX_role_grants_BureauId_PersonId",
                table: "role_grants",
                columns: new[] { "BureauId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_saved_views_BureauId_PersonId_Name",
                table: "saved_views",
                columns: new[] { "BureauId", "PersonId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_security_log_BureauId_Code_Number",
                table: "security_log",
                columns: new[] { "BureauId", "Code", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_security_log_BureauId_Number",
                table: "security_log",
                columns: new[] { "BureauId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sequences_BureauId_Kind_Year",
                table: "sequences",
                columns: new[] { "BureauId", "Kind", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sessions_AccountId_EndedAt",
                table: "sessions",
                columns: new[] { "AccountId", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_settings_BureauId_Name_Number",
                table: "settings",
                columns: new[] { "BureauId", "Name", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_stock_counts_BureauId_TakeId",
                table: "stock_counts",
                columns: new[] { "BureauId", "TakeId" });

            migrationBuilder.CreateIndex(
                name: "IX_units_BureauId_Name",
                table: "units",
                columns: new[] { "BureauId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_vault_BureauId_DossierId",
                table: "vault",
                columns: new[] { "BureauId", "DossierId" });

            migrationBuilder.CreateIndex(
                name: "IX_words_Numbers",
                table: "words",
                column: "Numbers")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "IX_work_items_BureauId_DossierId",
                table: "work_items",
                columns: new[] { "BureauId", "DossierId" });

            migrationBuilder.CreateIndex(
                name: "IX_work_items_BureauId_PersonId_DueOn_Id",
                table: "work_items",
                columns: new[] { "BureauId", "PersonId", "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_work_items_of_unit",
                table: "work_items",
                columns: new[] { "BureauId", "UnitId", "PersonId", "DueOn", "Id", "Roles", "YellowOn", "RedOn", "NotFor" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acts");

            migrationBuilder.DropTable(
                name: "bank_files");

            migrationBuilder.DropTable(
                name: "bank_lines");

            migrationBuilder.DropTable(
                name: "booked_receipts");

            migrationBuilder.DropTable(
                name: "certificates");

            migrationBuilder.DropTable(
                name: "code_lists");

            migrationBuilder.DropTable(
                name: "dossier_people");

            migrationBuilder.DropTable(
                name: "drafts");

            migrationBuilder.DropTable(
                name: "files");

            migrationBuilder.DropTable(
                name: "form_templates");

            migrationBuilder.DropTable(
                name: "installation");

            migrationBuilder.DropTable(
                name: "kept_goods");

            migrationBuilder.DropTable(
                name: "matter_grants");

            migrationBuilder.DropTable(
                name: "officer_times");

            migrationBuilder.DropTable(
                name: "payable_decisions");

            migrationBuilder.DropTable(
                name: "pdf_copies");

            migrationBuilder.DropTable(
                name: "privacy_reviews");

            migrationBuilder.DropTable(
                name: "published_decisions");

            migrationBuilder.DropTable(
                name: "read_grants");

            migrationBuilder.DropTable(
                name: "role_grants");

            migrationBuilder.DropTable(
                name: "saved_views");

            migrationBuilder.DropTable(
                name: "security_log");

            migrationBuilder.DropTable(
                name: "sequences");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "settings");

            migrationBuilder.DropTable(
                name: "stock_counts");

            migrationBuilder.DropTable(
                name: "stock_takes");

            migrationBuilder.DropTable(
                name: "vault");

            migrationBuilder.DropTable(
                name: "words");

            migrationBuilder.DropTable(
                name: "work_items");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "bureaus");

            migrationBuilder.DropTable(
                name: "dossiers");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "units");
        }
    }
}
