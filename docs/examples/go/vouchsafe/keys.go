package vouchsafe

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"sync"
	"time"
)

const (
	fresh    = 10 * time.Minute // older keys are fetched again
	cooldown = 10 * time.Second // the least between two fetches, whatever names tokens make up
	retry    = 2 * time.Second  // the same after one that failed
	most     = 65_536           // bytes of a key set, ten times what there is
)

// keySet is the server's keys by kid. While the server is away, those at hand go on working.
type keySet struct {
	url     string
	client  http.Client
	mutex   sync.Mutex
	keys    map[string]*ecdsa.PublicKey
	fetched time.Time
	next    time.Time
}

// find returns nil for a name that the server does not know, and an error where no keys could ever be read.
func (set *keySet) find(kid string) (*ecdsa.PublicKey, error) {
	set.mutex.Lock() // one fetch for all who wait
	defer set.mutex.Unlock()
	now := time.Now()
	if (set.keys[kid] == nil || now.Sub(set.fetched) > fresh) && !now.Before(set.next) {
		set.refresh(now)
	}
	if set.keys == nil {
		return nil, Refused("keys-unavailable")
	}
	return set.keys[kid], nil
}

func (set *keySet) refresh(now time.Time) {
	set.next = now.Add(retry)
	keys, err := set.fetch()
	if err != nil {
		return
	}
	set.keys, set.fetched, set.next = keys, now, now.Add(cooldown)
}

func (set *keySet) fetch() (map[string]*ecdsa.PublicKey, error) {
	response, err := set.client.Get(set.url)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %d", response.StatusCode)
	}
	var listed struct {
		Keys []struct{ Kid, Alg, Crv, X, Y string }
	}
	if err := json.NewDecoder(io.LimitReader(response.Body, most)).Decode(&listed); err != nil {
		return nil, err
	}
	keys := map[string]*ecdsa.PublicKey{}
	for _, jwk := range listed.Keys {
		if key := publicKey(jwk.X, jwk.Y); key != nil && jwk.Alg == "ES256" && jwk.Crv == "P-256" {
			keys[jwk.Kid] = key
		}
	}
	return keys, nil
}

// publicKey is nil for what is no point of the curve.
func publicKey(x, y string) *ecdsa.PublicKey {
	xBytes, xErr := base64.RawURLEncoding.DecodeString(x)
	yBytes, yErr := base64.RawURLEncoding.DecodeString(y)
	key := &ecdsa.PublicKey{Curve: elliptic.P256(), X: new(big.Int).SetBytes(xBytes), Y: new(big.Int).SetBytes(yBytes)}
	if xErr != nil || yErr != nil || !key.Curve.IsOnCurve(key.X, key.Y) {
		return nil
	}
	return key
}
