using System.Globalization;
using System.Net;
using System.Text;
using QRCoder;

namespace UlmEdge.Simulator.Provisioning;

/// <summary>A sheet of labels to print: a node's id, its place, and both as a QR code. Nothing on it is a secret.</summary>
internal static class LabelSheet
{
    /// <summary>The sheet as HTML for A4, three columns.</summary>
    public static string Html(IReadOnlyList<FleetNode> nodes)
    {
        StringBuilder html = new();
        html.Append("""
            <!DOCTYPE html>
            <html lang="de">
            <meta charset="utf-8">
            <title>UlmEdge</title>
            <style>
            @page { size: A4; margin: 10mm }
            body { font-family: sans-serif; margin: 0; display: grid; grid-template-columns: repeat(3, 1fr); gap: 4mm }
            figure { margin: 0; padding: 3mm; border: 1px solid #000; display: flex; gap: 3mm; break-inside: avoid }
            svg { width: 24mm; height: 24mm; flex: none }
            strong { display: block; font-size: 12pt; overflow-wrap: anywhere }
            small { font-size: 8pt }
            </style>

            """);
        foreach (FleetNode node in nodes)
        {
            html.Append(CultureInfo.InvariantCulture, $"""
                <figure>{Code(node)}<figcaption><strong>{node.Id}</strong>{WebUtility.HtmlEncode(node.Place)}<br>
                <small>Messstelle der Stadt, misst nur Umweltwerte<br>
                <span lang="en">city sensor, measures the environment only</span></small></figcaption></figure>

                """);
        }

        return html.Append("</html>\n").ToString();
    }

    /// <summary>What the code says: the place as phones understand it (RFC 5870), and the node.</summary>
    public static string ContentOf(FleetNode node) => string.Create(
        CultureInfo.InvariantCulture, $"geo:{node.Latitude:0.######},{node.Longitude:0.######}?q={node.Id}");

    private static string Code(FleetNode node)
    {
        using QRCodeGenerator generator = new();
        using QRCodeData data = generator.CreateQrCode(ContentOf(node), QRCodeGenerator.ECCLevel.M);
        using SvgQRCode code = new(data);
        return code.GetGraphic(4, "#000", "#fff", true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
