"""Verifies Vouchsafe's verdicts offline, with PyJWT. Safe for threads."""

import json
import threading
import time
import urllib.request

import jwt

TOLERANCE = 5  # seconds that the clocks may be apart
MOST = 65_536  # bytes of a key set, ten times what there is


class Refused(Exception):
    """`reason` is one of the codes of docs/verdict.md, or the action of a verdict that does not say allow."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


class Keys:
    """The server's keys by `kid`: fetched when first needed, when they are old, and when a token names another, which made-up names cannot do often."""

    FRESH, COOLDOWN, RETRY = 600, 10, 2  # seconds

    def __init__(self, url):
        self._url, self._lock = url, threading.Lock()
        self._keys, self._fetched, self._next = {}, float("-inf"), float("-inf")

    def find(self, kid):
        with self._lock:  # one fetch for all who wait
            now = time.monotonic()
            if (kid not in self._keys or now - self._fetched > self.FRESH) and now >= self._next:
                self._refresh(now)
            if not self._keys:
                raise Refused("keys-unavailable")
            return self._keys.get(kid)

    def _refresh(self, now):
        self._next = now + self.RETRY
        try:
            with urllib.request.urlopen(self._url, timeout=5) as response:
                listed = json.loads(response.read(MOST))["keys"]
            self._keys = {key["kid"]: jwt.PyJWK(key).key for key in listed if key.get("alg") == "ES256"}
            self._fetched, self._next = now, now + self.COOLDOWN
        except (OSError, ValueError, KeyError, TypeError, jwt.PyJWTError):
            pass  # those at hand go on working


class OnceMemory:
    """Which verdicts were used, in this process. Several processes need one that they share, with the same `claim`, which must be atomic."""

    def __init__(self, capacity=100_000):
        self._lock, self._claimed, self._capacity = threading.Lock(), {}, capacity

    def claim(self, jti, expires):
        """True for the first who asks. What could still be used is never forgotten: it raises where there is no room."""
        with self._lock:
            if jti in self._claimed:
                return False
            if len(self._claimed) >= self._capacity:
                now = time.time()
                self._claimed = {name: end for name, end in self._claimed.items() if end > now}
            if len(self._claimed) >= self._capacity:
                raise RuntimeError("more verdicts are alive than there is room for")
            self._claimed[jti] = expires
            return True


class Verifier:
    """`server` is the attest-server's public address, `origin` that of your pages, `claim` a function such as `OnceMemory().claim`."""

    def __init__(self, *, server, site_key, origin, claim, jwks=None):
        self._server, self._site_key, self._origin, self._claim = server, site_key, origin, claim
        self._keys = Keys(jwks or f"{server}/.well-known/jwks.json")

    def verify(self, token, action):
        """The claims of a good verdict for this action that says allow, once. Raises Refused for everything else."""
        if not isinstance(token, str) or not token:
            raise Refused("missing")
        claims = self._decode(token)
        if claims.get("test"):
            raise Refused("test-verdict")
        if claims.get("origin") != self._origin:
            raise Refused("origin")
        if claims.get("page_action") != action:
            raise Refused("action-mismatch")
        if claims.get("assurance") != "signed":
            raise Refused("assurance")
        if claims.get("action") != "allow":
            raise Refused(str(claims.get("action")))
        try:
            is_first = self._claim(claims["jti"], claims["exp"] + TOLERANCE)
        except Exception as error:  # whatever a store throws: it cannot tell
            raise Refused("store-unavailable") from error
        if not is_first:
            raise Refused("used")
        return claims

    def _decode(self, token):
        try:
            header = jwt.get_unverified_header(token)
            if header.get("typ") != "vouchsafe-verdict+jwt" or header.get("alg") != "ES256":
                raise Refused("malformed")
            key = self._keys.find(header.get("kid"))
            if key is None:
                raise Refused("signature")
            return jwt.decode(
                token,
                key,
                algorithms=["ES256"],
                issuer=self._server,
                audience=self._site_key,
                leeway=TOLERANCE,
                options={"require": ["iss", "aud", "jti", "iat", "exp"]},
            )
        except jwt.InvalidTokenError as error:
            raise Refused(_reason_of(error)) from error


def _reason_of(error):
    reasons = {
        jwt.InvalidSignatureError: "signature",
        jwt.ExpiredSignatureError: "expired",
        jwt.ImmatureSignatureError: "not-yet-valid",
        jwt.InvalidIssuerError: "issuer",
        jwt.InvalidAudienceError: "audience",
    }
    return reasons.get(type(error), "malformed")
