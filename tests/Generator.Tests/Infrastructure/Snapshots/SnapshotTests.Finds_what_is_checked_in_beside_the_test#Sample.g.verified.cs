//HintName: Sample.g.cs
this is not compiled
