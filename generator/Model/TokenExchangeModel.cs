namespace Dragoman.Generator.Model;

/// <summary>An operation that gives the token of a security scheme (the <c>x-token-exchange</c> extension).</summary>
/// <param name="OperationId">The operationId.</param>
/// <param name="PropertyName">The option that takes what the operation is asked with.</param>
/// <param name="ParameterName">The same as a parameter of the root client's constructor.</param>
/// <param name="Request">The record that the operation sends.</param>
/// <param name="GroupProperty">The root client's property that has the operation; empty where the root client itself has it.</param>
/// <param name="Method">The operation's method without its <c>Async</c>.</param>
/// <param name="Answer">The record that the operation answers with.</param>
/// <param name="Token">From the answer to the token.</param>
/// <param name="TokenPointer">The same as a JSON pointer.</param>
/// <param name="ExpiresIn">From the answer to the seconds that the token is good for; null where the answer does not say.</param>
/// <param name="RenewBefore">How long before its end the token is renewed, in milliseconds.</param>
/// <param name="FetchName">The root client's own method that gets the token, without its <c>Async</c>.</param>
/// <param name="IsDeprecated">True where the operation is.</param>
internal sealed record TokenExchangeModel(
    string OperationId,
    string PropertyName,
    string ParameterName,
    TypeRef Request,
    string GroupProperty,
    string Method,
    TypeRef Answer,
    MemberPath Token,
    string TokenPointer,
    MemberPath? ExpiresIn,
    long RenewBefore,
    string FetchName,
    bool IsDeprecated);
