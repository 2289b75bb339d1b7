using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Heng.Platform.Storage;

/// <summary>Instants are UTC in whole microseconds on every database.</summary>
public sealed class UtcInstantConverter() : ValueConverter<DateTime, DateTime>(v => Instant.Round(v), v => DateTime.SpecifyKind(v, DateTimeKind.Utc));
