using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>Names the member that a piece of syntax stands in, as people say it: <c>Node.Tick</c>.</summary>
internal static class MemberName
{
    /// <summary>The types and the member around a node, or "(file)" outside of all types.</summary>
    public static string Around(SyntaxNode node)
    {
        IEnumerable<string> parts = node.AncestorsAndSelf()
            .Select(part => NameOf(part, node))
            .OfType<string>()
            .Reverse();
        string name = string.Join('.', parts);
        return name.Length == 0 ? "(file)" : name;
    }

    private static string? NameOf(SyntaxNode part, SyntaxNode node) => part switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        DestructorDeclarationSyntax destructor => "~" + destructor.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        EventDeclarationSyntax @event => @event.Identifier.Text,
        IndexerDeclarationSyntax => "this[]",
        OperatorDeclarationSyntax @operator => "operator " + @operator.OperatorToken.Text,
        ConversionOperatorDeclarationSyntax conversion => "operator " + conversion.Type,
        EnumMemberDeclarationSyntax value => value.Identifier.Text,
        BaseFieldDeclarationSyntax field => FieldOf(field, node),
        _ => null,
    };

    // One declaration can hold several fields; what stands before their names belongs to the first.
    private static string FieldOf(BaseFieldDeclarationSyntax declaration, SyntaxNode node)
    {
        SeparatedSyntaxList<VariableDeclaratorSyntax> fields = declaration.Declaration.Variables;
        return (fields.FirstOrDefault(field => field.Span.Contains(node.Span)) ?? fields[0]).Identifier.Text;
    }
}
