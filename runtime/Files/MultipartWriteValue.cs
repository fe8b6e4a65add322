namespace Dragoman;

/// <summary>Adds the members of a value to a form.</summary>
/// <typeparam name="T">What is sent.</typeparam>
/// <param name="form">The form.</param>
/// <param name="value">The value.</param>
public delegate void MultipartWriteValue<in T>(MultipartForm form, T value);
