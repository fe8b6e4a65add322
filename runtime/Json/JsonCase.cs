namespace Dragoman;

/// <summary>What the values of one case of a union look like in JSON. Generated code describes the cases with it that no discriminator tells apart.</summary>
public sealed class JsonCase
{
    private JsonCase(JsonForm form)
    {
        Form = form;
    }

    /// <summary>Any string.</summary>
    public static JsonCase Text { get; } = new(JsonForm.Text);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static JsonCase Boolean { get; } = new(JsonForm.Boolean);

    /// <summary>A number without a fraction that 64 bits hold, 5.0 too. Comes before <see cref="Number"/>.</summary>
    public static JsonCase Integer { get; } = new(JsonForm.Integer);

    /// <summary>Any number.</summary>
    public static JsonCase Number { get; } = new(JsonForm.Number);

    /// <summary>An object whose members' names are data.</summary>
    public static JsonCase Map { get; } = new(JsonForm.Object) { KeepsOthers = true };

    internal JsonForm Form { get; }

    /// <summary>The strings that are meant; <see langword="null"/> where any is.</summary>
    internal IReadOnlyList<string>? Values { get; private init; }

    /// <summary>The form that is meant.</summary>
    internal JsonTextForm TextForm { get; private init; }

    /// <summary>What the items of an array look like; none where they may be anything.</summary>
    internal IReadOnlyList<JsonCase> Items { get; private init; } = [];

    internal IReadOnlyList<JsonCaseMember> Members { get; private init; } = [];

    /// <summary>Whether members that are not named are kept, too.</summary>
    internal bool KeepsOthers { get; private init; }

    internal Func<JsonCases>? Nested { get; private init; }

    /// <summary>One of some strings.</summary>
    /// <param name="values">The strings, compared ordinally.</param>
    /// <returns>The description.</returns>
    public static JsonCase Texts(params string[] values) => new(JsonForm.Constant) { Values = values };

    /// <summary>A string of a form. Comes before <see cref="Text"/>, and after <see cref="Texts"/>.</summary>
    /// <param name="form">The form.</param>
    /// <returns>The description.</returns>
    public static JsonCase TextOf(JsonTextForm form) => new(JsonForm.Formatted) { TextForm = form };

    /// <summary>An array. The first item that is not null tells arrays apart.</summary>
    /// <param name="items">What its items look like, one of these; none where they may be anything.</param>
    /// <returns>The description.</returns>
    public static JsonCase List(params JsonCase[] items) => new(JsonForm.List) { Items = items };

    /// <summary>An object.</summary>
    /// <param name="required">The members that are always there.</param>
    /// <param name="optional">The members that may be there.</param>
    /// <returns>The description.</returns>
    public static JsonCase Object(string[] required, string[] optional)
    {
        ArgumentNullException.ThrowIfNull(required);
        ArgumentNullException.ThrowIfNull(optional);
        return new JsonCase(JsonForm.Object) { Members = [.. required.Select(name => new JsonCaseMember(name, IsRequired: true)), .. optional.Select(name => new JsonCaseMember(name, IsRequired: false))] };
    }

    /// <summary>Another union: any of its cases.</summary>
    /// <param name="cases">The cases of that union, asked for when the first value is read, because unions may hold each other.</param>
    /// <returns>The description.</returns>
    public static JsonCase Union(Func<JsonCases> cases) => new(JsonForm.Union) { Nested = cases };

    /// <summary>The same object with a member that only has some values.</summary>
    /// <param name="member">The member's name in JSON.</param>
    /// <param name="values">The values: strings as they are, numbers and booleans as JSON writes them.</param>
    /// <returns>The description.</returns>
    public JsonCase With(string member, params string[] values) => With(member, known => known with { Values = values });

    /// <summary>The same object with a member that is of some kinds, or null.</summary>
    /// <param name="member">The member's name in JSON.</param>
    /// <param name="kinds">The kinds.</param>
    /// <returns>The description.</returns>
    public JsonCase With(string member, JsonKinds kinds) => With(member, known => known with { Kinds = kinds });

    /// <summary>The same object where members that are not named are kept.</summary>
    /// <returns>The description.</returns>
    public JsonCase AndOthers() => new(Form) { Members = Members, KeepsOthers = true };

    private JsonCase With(string member, Func<JsonCaseMember, JsonCaseMember> change) => new(Form)
    {
        Members = [.. Members.Select(known => known.Name == member ? change(known) : known)],
        KeepsOthers = KeepsOthers,
    };
}
