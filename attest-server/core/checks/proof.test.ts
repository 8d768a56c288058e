import { describe, expect, it } from 'vitest'
import { encodeProof, powSeed, solves, UNFINISHED } from '../../../shared/pow.js'
import type { ChallengeClaims } from '../../../shared/wire/challenge.js'
import { checkWork } from './proof.js'

const challenge = { jti: 'challenge', pow: { count: 4, difficulty: 8 } } as ChallengeClaims

function work(thumbprint: string, done: number): string {
  const seed = powSeed(challenge.jti, thumbprint)
  const find = (index: number): number => {
    let nonce = 0
    while (!solves(seed, index, nonce, challenge.pow.difficulty)) nonce++
    return nonce
  }
  return encodeProof([0, 1, 2, 3].map((i) => (i < done ? find(i) : UNFINISHED)))
}

describe('checkWork', () => {
  it('gives credit for the share that was done', () => {
    for (const done of [0, 2, 4]) expect(checkWork(work('key', done), challenge, 'key')).toEqual({ ok: true, value: done / 4 })
  })

  it('refuses the work of another key', () => {
    const proof = work('key', 4)
    const others = ['', 'another', 'one more', 'and another'].map((key) => checkWork(proof, challenge, key))
    expect(others.some((result) => !result.ok && result.error.reason === 'proof-wrong')).toBe(true)
  })

  it('refuses what is no proof', () => {
    expect(checkWork('AAAA', challenge, 'key')).toEqual({ ok: false, error: { reason: 'proof-malformed' } })
  })
})
