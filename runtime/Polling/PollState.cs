namespace Dragoman;

internal enum PollState
{
    Pending,
    Succeeded,
    Failed,
}
