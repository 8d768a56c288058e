<?php
// Verifies Vouchsafe's verdicts offline, with PHP's own extensions openssl and curl.

namespace Vouchsafe;

const TOLERANCE = 5; // seconds that the clocks may be apart
const FRESH = 600; // seconds after which keys are fetched again
const COOLDOWN = 10; // the least between two fetches, whatever names tokens make up
const RETRY = 2; // the same after one that failed
const MOST = 65536; // bytes of a key set, ten times what there is

/** Its message is one of the codes of docs/verdict.md, or the action of a verdict that does not say allow. */
final class Refused extends \Exception
{
}

/** What has to outlive a request, of which each starts with nothing. */
interface Store
{
    /** What was kept last, or null. */
    public function load(): ?array;

    public function save(array $keys): void;

    /** True for the first who asks. Atomic: of two at the same time, one gets true. Throws where it cannot tell. */
    public function claim(string $jti, int $expires): bool;
}

final class Verdicts
{
    /** $server is the attest-server's public address, $origin that of your pages. */
    public function __construct(
        private string $server,
        private string $siteKey,
        private string $origin,
        private Store $store,
        private ?string $jwks = null,
    ) {
    }

    /** The claims of a good verdict for this action that says allow, once. Throws Refused for everything else. */
    public function verify(mixed $token, string $action): array
    {
        if (!is_string($token) || $token === '') {
            throw new Refused('missing');
        }
        $claims = $this->decode($token);
        $fault = $this->faultIn($claims, $action, time());
        if ($fault !== null) {
            throw new Refused($fault);
        }
        try {
            $isFirst = $this->store->claim($claims['jti'], (int) $claims['exp'] + TOLERANCE);
        } catch (\Throwable) {
            throw new Refused('store-unavailable');
        }
        return $isFirst ? $claims : throw new Refused('used');
    }

    /** The first thing about the claims that is not as expected. */
    private function faultIn(array $claims, string $action, int $now): ?string
    {
        $claim = fn (string $name) => $claims[$name] ?? null;
        return match (true) {
            !is_string($claim('jti')) || !is_numeric($claim('exp')) || !is_numeric($claim('iat')) => 'malformed',
            $claim('iss') !== $this->server => 'issuer',
            $claim('aud') !== $this->siteKey => 'audience',
            $now >= $claim('exp') + TOLERANCE => 'expired',
            $claim('iat') > $now + TOLERANCE => 'not-yet-valid',
            !empty($claim('test')) => 'test-verdict',
            $claim('origin') !== $this->origin => 'origin',
            $claim('page_action') !== $action => 'action-mismatch',
            $claim('assurance') !== 'signed' => 'assurance',
            $claim('action') !== 'allow' => $claim('action') === 'block' ? 'block' : 'challenge',
            default => null,
        };
    }

    private function decode(string $token): array
    {
        $parts = explode('.', $token);
        $header = json_decode(bytesOf($parts[0]), true);
        if (count($parts) !== 3 || !is_array($header) || ($header['alg'] ?? null) !== 'ES256' || ($header['typ'] ?? null) !== 'vouchsafe-verdict+jwt') {
            throw new Refused('malformed');
        }
        $key = $this->find((string) ($header['kid'] ?? ''));
        $signature = bytesOf($parts[2]);
        if ($key === null || strlen($signature) !== 64 || openssl_verify("$parts[0].$parts[1]", der($signature), pem($key), OPENSSL_ALGO_SHA256) !== 1) {
            throw new Refused('signature');
        }
        $claims = json_decode(bytesOf($parts[1]), true);
        return is_array($claims) ? $claims : throw new Refused('malformed');
    }

    /** The key of this name: from the store, or fetched where it is not there, or old. While the server is away, those at hand go on working. */
    private function find(string $kid): ?array
    {
        $kept = $this->store->load() ?? ['keys' => [], 'fetched' => 0, 'next' => 0];
        $now = time();
        if ((!isset($kept['keys'][$kid]) || $now - $kept['fetched'] > FRESH) && $now >= $kept['next']) {
            $keys = $this->fetch();
            $kept = $keys === null ? ['next' => $now + RETRY] + $kept : ['keys' => $keys, 'fetched' => $now, 'next' => $now + COOLDOWN];
            $this->store->save($kept);
        }
        return $kept['keys'] === [] ? throw new Refused('keys-unavailable') : $kept['keys'][$kid] ?? null;
    }

    /** Keys by name, or null where they cannot be had. */
    private function fetch(): ?array
    {
        $request = curl_init($this->jwks ?? "$this->server/.well-known/jwks.json");
        $text = '';
        curl_setopt_array($request, [
            CURLOPT_PROTOCOLS => CURLPROTO_HTTP | CURLPROTO_HTTPS,
            CURLOPT_TIMEOUT => 5,
            CURLOPT_WRITEFUNCTION => function ($_, string $part) use (&$text): int {
                $text .= $part;
                return strlen($text) > MOST ? 0 : strlen($part);
            },
        ]);
        $isRead = curl_exec($request) !== false && curl_getinfo($request, CURLINFO_RESPONSE_CODE) === 200;
        $listed = $isRead ? json_decode($text, true)['keys'] ?? null : null;
        if (!is_array($listed)) {
            return null;
        }
        $usable = array_filter($listed, fn ($key) => is_array($key) && ($key['alg'] ?? null) === 'ES256' && is_string($key['kid'] ?? null)
            && strlen(bytesOf($key['x'] ?? '')) === 32 && strlen(bytesOf($key['y'] ?? '')) === 32);
        return array_column($usable, null, 'kid');
    }
}

/** Of base64url; nothing for what is none. */
function bytesOf(mixed $text): string
{
    return is_string($text) ? (string) base64_decode(strtr($text, '-_', '+/'), true) : '';
}

/** A key on P-256 as openssl reads it (RFC 5480): what never changes, and the point. */
function pem(array $key): string
{
    $der = hex2bin('3059301306072a8648ce3d020106082a8648ce3d03010703420004') . bytesOf($key['x']) . bytesOf($key['y']);
    return "-----BEGIN PUBLIC KEY-----\n" . chunk_split(base64_encode($der), 64, "\n") . '-----END PUBLIC KEY-----';
}

/** A signature of JWS, r and s side by side (RFC 7518 §3.4), as openssl reads it: two numbers in ASN.1, without zeros before them. */
function der(string $signature): string
{
    $number = function (string $bytes): string {
        $bytes = ltrim($bytes, "\0");
        $bytes = $bytes === '' || ord($bytes[0]) > 127 ? "\0$bytes" : $bytes;
        return "\x02" . chr(strlen($bytes)) . $bytes;
    };
    $both = $number(substr($signature, 0, 32)) . $number(substr($signature, 32));
    return "\x30" . chr(strlen($both)) . $both;
}
