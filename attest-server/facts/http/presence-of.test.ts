import { describe, expect, it } from 'vitest'
import { describedRequest, rawRequest } from '../../testing/described-request.js'
import { presenceOf } from './presence-of.js'

describe('presenceOf', () => {
  it('knows of a request that was here what it had and what it had not', () => {
    const { http } = rawRequest({ accept: '*/*', via: ' ' })
    expect(['accept', 'via', 'dnt'].map((name) => presenceOf(http, name))).toEqual(['present', 'absent', 'absent'])
  })

  it('does not take what nobody told for what was not there', () => {
    const { http } = describedRequest({ accept: '*/*', dnt: '' })
    expect(['accept', 'dnt', 'via'].map((name) => presenceOf(http, name))).toEqual(['present', 'absent', 'unknown'])
  })

  it('takes what an order of all headers does not name for what was not there, and a name without a value for unknown', () => {
    const { http } = describedRequest({ accept: '*/*' }, ['host', 'accept'])
    expect(['accept', 'host', 'via'].map((name) => presenceOf(http, name))).toEqual(['present', 'unknown', 'absent'])
  })
})
