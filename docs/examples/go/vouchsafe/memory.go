package vouchsafe

import (
	"errors"
	"sync"
	"time"
)

// Memory is a Once of this process. Several processes need one that they share: with Redis, SET … EXAT … NX.
type Memory struct {
	mutex   sync.Mutex
	claimed map[string]time.Time
}

// capacity is more than arrive while a verdict lives. What could still be used is never forgotten.
const capacity = 100_000

// Claim returns an error where there is no room.
func (memory *Memory) Claim(id string, expires time.Time) (bool, error) {
	memory.mutex.Lock()
	defer memory.mutex.Unlock()
	if _, found := memory.claimed[id]; found {
		return false, nil
	}
	if len(memory.claimed) >= capacity {
		memory.forget(time.Now())
	}
	if len(memory.claimed) >= capacity {
		return false, errors.New("more verdicts are alive than there is room for")
	}
	if memory.claimed == nil {
		memory.claimed = map[string]time.Time{}
	}
	memory.claimed[id] = expires
	return true, nil
}

func (memory *Memory) forget(now time.Time) {
	for id, expires := range memory.claimed {
		if expires.Before(now) {
			delete(memory.claimed, id)
		}
	}
}
