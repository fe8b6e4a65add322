namespace Dragoman;

/// <summary>Work for several callers. It is not that of the one who happens to start it, nor part of his trace.</summary>
internal static class DetachedTask
{
    public static Task Run(Func<Task> work)
    {
        if (ExecutionContext.IsFlowSuppressed())
        {
            return Task.Run(work);
        }

        using AsyncFlowControl flow = ExecutionContext.SuppressFlow();
        return Task.Run(work);
    }
}
