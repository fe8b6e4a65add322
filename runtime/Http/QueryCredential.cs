namespace Dragoman;

internal sealed class QueryCredential : ApiCredential
{
    private readonly string _name;
    private readonly string? _value;

    public QueryCredential(string scheme, string name, string? value)
        : base(scheme)
    {
        ArgumentNullException.ThrowIfNull(name);
        _name = name;
        _value = value;
    }

    internal override bool IsSet => !string.IsNullOrEmpty(_value);

    internal override IEnumerable<string> Secrets => _value is null ? [] : [_value];

    internal override void Apply(RequestDraft request) => request.AddQuery(_name, _value!);
}
