// Package vouchsafe verifies Vouchsafe's verdicts offline, with golang-jwt. Safe for concurrent use.
package vouchsafe

import (
	"errors"
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v4"
)

const tolerance = 5 // seconds that the clocks may be apart

// Refused says why: one of the codes of docs/verdict.md, or the action of a verdict that does not say allow.
type Refused string

func (reason Refused) Error() string { return string(reason) }

// Verdict is what is used of a verdict's claims.
type Verdict struct {
	Issuer     string  `json:"iss"`
	Audience   string  `json:"aud"`
	ID         string  `json:"jti"`
	Issued     float64 `json:"iat"`
	Expires    float64 `json:"exp"`
	Action     string  `json:"action"`
	Score      float64 `json:"score"`
	Origin     string  `json:"origin"`
	PageAction string  `json:"page_action"`
	Assurance  string  `json:"assurance"`
	Reference  string  `json:"reference"`
	Test       bool    `json:"test"`
}

// Valid is asked by golang-jwt once the signature is good. What must hold is in fault, which knows what is expected.
func (*Verdict) Valid() error { return nil }

// Once knows which verdicts were used. Claim is atomic: of two at the same time, one gets true. An error says that it cannot tell.
type Once interface {
	Claim(id string, expires time.Time) (bool, error)
}

// Settings of a verifier. Server is the attest-server's public address, Origin that of your pages; JWKS is where the keys are, if not there.
type Settings struct {
	Server, SiteKey, Origin, JWKS string
	Once                          Once
}

// Verifier is made by New.
type Verifier struct {
	settings Settings
	keys     keySet
	parser   *jwt.Parser
}

// New fetches nothing yet.
func New(settings Settings) *Verifier {
	if settings.JWKS == "" {
		settings.JWKS = settings.Server + "/.well-known/jwks.json"
	}
	return &Verifier{
		settings: settings,
		keys:     keySet{url: settings.JWKS, client: http.Client{Timeout: 5 * time.Second}},
		parser:   jwt.NewParser(jwt.WithValidMethods([]string{"ES256"})),
	}
}

// Verify returns a good verdict for this action that says allow, once. Every error is a Refused.
func (verifier *Verifier) Verify(token, action string) (*Verdict, error) {
	if token == "" {
		return nil, Refused("missing")
	}
	verdict := &Verdict{}
	if _, err := verifier.parser.ParseWithClaims(token, verdict, verifier.keyOf); err != nil {
		return nil, refusal(err)
	}
	if reason := verifier.fault(verdict, action, float64(time.Now().Unix())); reason != "" {
		return nil, Refused(reason)
	}
	first, err := verifier.settings.Once.Claim(verdict.ID, time.Unix(int64(verdict.Expires)+tolerance, 0))
	if err != nil {
		return nil, Refused("store-unavailable")
	}
	if !first {
		return nil, Refused("used")
	}
	return verdict, nil
}

func (verifier *Verifier) keyOf(token *jwt.Token) (interface{}, error) {
	if token.Header["typ"] != "vouchsafe-verdict+jwt" {
		return nil, Refused("malformed")
	}
	kid, _ := token.Header["kid"].(string)
	key, err := verifier.keys.find(kid)
	if err == nil && key == nil {
		return nil, Refused("signature")
	}
	return key, err
}

// fault is the first thing about the claims that is not as expected.
func (verifier *Verifier) fault(verdict *Verdict, action string, now float64) string {
	for _, check := range []struct {
		fails  bool
		reason string
	}{
		{verdict.ID == "", "malformed"},
		{verdict.Issuer != verifier.settings.Server, "issuer"},
		{verdict.Audience != verifier.settings.SiteKey, "audience"},
		{now >= verdict.Expires+tolerance, "expired"},
		{verdict.Issued > now+tolerance, "not-yet-valid"},
		{verdict.Test, "test-verdict"},
		{verdict.Origin != verifier.settings.Origin, "origin"},
		{verdict.PageAction != action, "action-mismatch"},
		{verdict.Assurance != "signed", "assurance"},
		{verdict.Action != "allow", verdict.Action},
	} {
		if check.fails {
			return check.reason
		}
	}
	return ""
}

func refusal(err error) error {
	var reason Refused
	var fault *jwt.ValidationError
	if errors.As(err, &fault) {
		if errors.As(fault.Inner, &reason) {
			return reason
		}
		if fault.Errors&jwt.ValidationErrorSignatureInvalid != 0 {
			return Refused("signature")
		}
	}
	return Refused("malformed")
}
