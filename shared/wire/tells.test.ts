import { describe, expect, it } from 'vitest'
import { tellIds, tellTypes } from './tells.js'

describe('the tells on the wire', () => {
  it('stand in the order of their list, each once and in the client’s namespace', () => {
    expect(tellIds).toEqual(Object.keys(tellTypes))
    expect(new Set(tellIds).size).toBe(tellIds.length)
    for (const id of tellIds) expect(id).toMatch(/^tell\.[a-z0-9-]+$/)
  })
})
