namespace Dragoman;

internal sealed class CookieCredential : ApiCredential
{
    private readonly string _name;
    private readonly string? _value;

    public CookieCredential(string scheme, string name, string? value)
        : base(scheme)
    {
        HeaderField.CheckName(name, nameof(name));
        if (value is not null)
        {
            CookieField.CheckValue(value, nameof(value));
        }

        _name = name;
        _value = value;
    }

    internal override bool IsSet => !string.IsNullOrEmpty(_value);

    internal override IEnumerable<string> Secrets => _value is null ? [] : [_value];

    // A cookie the caller has set for this call is the more special wish.
    internal override void Apply(RequestDraft request) => request.TryAddCookie(_name, _value!);
}
