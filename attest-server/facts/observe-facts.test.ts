import { describe, expect, it } from 'vitest'
import { failed, seen } from '../../shared/observation.js'
import { factDeps, requestFacts } from '../testing/request-facts.js'
import type { Fact } from './fact.js'
import { observeFacts } from './observe-facts.js'

const fact = (name: string, observe: Fact['observe']): Fact => ({ id: `http.${name}`, observe })
const observe = (...list: Fact[]) => observeFacts(list, requestFacts(), factDeps, 20)

describe('observeFacts', () => {
  it('asks every fact', async () => {
    const observed = await observe(
      fact('now', () => seen(1)),
      fact('later', async () => seen(2)),
    )
    expect([...observed]).toEqual([
      ['http.now', seen(1)],
      ['http.later', seen(2)],
    ])
  })

  it('makes an Observation of a fact that throws, rejects or never answers', async () => {
    const throws = (): never => {
      throw new Error('broken')
    }
    const observed = await observe(
      fact('throws', throws),
      fact('rejects', async () => throws()),
      fact('hangs', () => new Promise(() => undefined)),
    )
    expect([...observed.values()]).toEqual([failed('error'), failed('error'), failed('timeout')])
  })
})
