using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes the Try twins of a client's methods: extension methods of its interface, so that whatever implements that has them.</summary>
internal static class TwinsCode
{
    /// <summary>The class of the twins; empty where no method has one.</summary>
    public static CodeText Class(string className, IEnumerable<OperationCode> operations, Names names)
    {
        CodeText client = CodeText.Of($"I{CodeText.Identifier(className)}");
        CodeText twins = CodeText.Paragraphs(operations.Select(operation => operation.Twin(client)));
        return twins.IsEmpty ? CodeText.Empty : CodeText.Of($$"""
            /// <summary>The methods of <see cref="{{client}}"/> that return failures instead of throwing them.</summary>
            {{names.Access}} static class {{CodeText.Identifier(GroupModel.ExtensionsNameOf(className))}}
            {
                {{twins}}
            }
            """);
    }

    /// <summary>One twin.</summary>
    /// <param name="client">The interface.</param>
    /// <param name="signature">The signature of the operation.</param>
    /// <param name="method">The method that throws.</param>
    /// <param name="type">What the twin returns.</param>
    /// <param name="parameters">Those of both.</param>
    /// <param name="call">What makes the result.</param>
    public static CodeText Twin(CodeText client, OperationSignature signature, CodeText method, CodeText type, CodeText parameters, CodeText call) => CodeText.Of($"""
        /// <inheritdoc cref="{client}.{method}" path="/*[not(self::exception)]"/>
        {signature.Deprecated}
        public static {type} Try{method}(this {client} {signature.Receiver}, {parameters}) =>
            {call};
        """);
}
