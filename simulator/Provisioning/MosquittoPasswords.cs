using System.Security.Cryptography;
using System.Text;

namespace UlmEdge.Simulator.Provisioning;

/// <summary>A password file of Mosquitto: <c>user:$7$iterations$salt$hash</c>, PBKDF2 with HMAC-SHA-512 (mosquitto_passwd(1)).</summary>
internal sealed class MosquittoPasswords
{
    private const int Iterations = 101;
    private const int SaltBytes = 12;
    private const int HashBytes = 64;

    private readonly Dictionary<string, string> _hashes = [];

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">A line is none of such a file.</exception>
    public static MosquittoPasswords Read(string text)
    {
        MosquittoPasswords passwords = new();
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string[] parts = line.Split(':', 2);
            passwords._hashes[parts[0]] = parts.Length == 2 && parts[1].StartsWith("$7$", StringComparison.Ordinal)
                ? parts[1]
                : throw new FormatException($"the line of {parts[0]} does not begin with {parts[0]}:$7$");
        }

        return passwords;
    }

    /// <summary>Gives a user a password.</summary>
    public void Set(string user, string password)
    {
        byte[] salt = RandomNumberGenerator.GetBytes(SaltBytes);
        _hashes[user] = $"$7${Iterations}${Convert.ToBase64String(salt)}${Convert.ToBase64String(Hash(password, salt, Iterations))}";
    }

    /// <summary>Whether a password is a user's.</summary>
    public bool Knows(string? user, string? password)
    {
        if (user is null || password is null || !_hashes.TryGetValue(user, out string? line))
        {
            return false;
        }

        string[] parts = line.Split('$');
        byte[] hash = Hash(password, Convert.FromBase64String(parts[3]), int.Parse(parts[2]));
        return CryptographicOperations.FixedTimeEquals(hash, Convert.FromBase64String(parts[4]));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Concat(_hashes.Select(user => $"{user.Key}:{user.Value}\n"));

    private static byte[] Hash(string password, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, iterations, HashAlgorithmName.SHA512, HashBytes);
}
