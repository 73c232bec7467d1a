using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace UlmEdge.Tests.NanoSurface;

/// <summary>The signature files hold together.</summary>
public sealed class SignatureTests
{
    [Fact]
    public void Signatures_compile() =>
        Assert.Equal(Signature.All.Keys.Order(), ReferenceAssemblies.All.Keys.Order());

    [Fact]
    public void Every_needed_assembly_has_a_file() =>
        Assert.Empty(Signature.All.Values.SelectMany(signature => signature.Needs).Except(Signature.All.Keys));

    [Fact]
    public void No_assembly_repeats_a_type_of_another()
    {
        // Types spread over several files would be a compiler's error in one assembly, and go unnoticed in two.
        IEnumerable<string> names = Signature.All.Values
            .SelectMany(signature => CSharpSyntaxTree.ParseText(signature.Text).GetRoot().DescendantNodes())
            .Where(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .Select(FullName);

        Assert.Empty(names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void Signatures_hold_no_generics()
    {
        IEnumerable<SyntaxNode> generics = Signature.All.Values
            .SelectMany(signature => CSharpSyntaxTree.ParseText(signature.Text).GetRoot().DescendantNodes())
            .Where(node => node is TypeParameterListSyntax or GenericNameSyntax);

        Assert.Empty(generics);
    }

    [Fact]
    public void Versions_are_those_of_nf_props()
    {
        NanoProps props = NanoProps.Read();

        IEnumerable<string> wrong = Signature.All.Values
            .Where(signature => props.PackageOf(signature.Assembly) != signature.Package)
            .Select(signature => $"{signature.Path}: {signature.Package}, not {props.PackageOf(signature.Assembly)}");

        Assert.Empty(wrong);
    }

    private static string FullName(SyntaxNode node) =>
        string.Join('.', node.AncestorsAndSelf().Reverse().Select(NameOf).OfType<string>());

    private static string? NameOf(SyntaxNode node) => node switch
    {
        BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        _ => null,
    };
}
