namespace Dragoman;

internal sealed class HeaderCredential : ApiCredential
{
    private readonly string _headerName;
    private readonly string? _value;

    public HeaderCredential(string scheme, string headerName, string? value, string[] secrets)
        : base(scheme)
    {
        HeaderField.CheckName(headerName, nameof(headerName));
        if (value is not null)
        {
            HeaderField.CheckValue(value, nameof(value));
        }

        _headerName = headerName;
        _value = value;
        Secrets = secrets;
    }

    internal override bool IsSet => !string.IsNullOrEmpty(_value);

    internal override IEnumerable<string> Secrets { get; }

    // A header the caller has set for this call is the more special wish.
    internal override void Apply(RequestDraft request) => request.TryAddHeader(_headerName, _value!);
}
