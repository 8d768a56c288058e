import type { EpochSeconds } from '../../../../shared/units.js'
import type { LiveSessions } from '../../../stores/ports.js'
import { makeId, type Random } from '../../ids.js'
import { decodeSession, encodeSession } from '../session/encode-session.js'
import { type SessionState, startSession } from '../session/session-state.js'
import { compress, decompress } from './compress.js'
import { decodeHead, type KeptHead, type SessionHead, type Webhook } from './session-head.js'

export interface LoadedSession {
  readonly head: SessionHead
  readonly state: SessionState
  /** To compare and set. */
  readonly rev: number
  readonly parts: KeptHead['parts']
}

/** Continuous sessions of Detection Lab's verification. A project's are no other project's. */
export interface KeptSessions {
  begin(projectId: string, id: string, head: SessionHead, now: EpochSeconds): Promise<void>
  /** @returns undefined for one that is not known, or is over. */
  load(projectId: string, id: string, now: EpochSeconds): Promise<LoadedSession | undefined>
  /** Compare and set. @returns false when another was faster: load again. */
  save(
    projectId: string,
    id: string,
    loaded: LoadedSession,
    next: Pick<LoadedSession, 'head' | 'state'>,
    now: EpochSeconds,
  ): Promise<boolean>
  /** Also of one that is over. */
  webhookOf(projectId: string, id: string): Promise<Webhook | undefined>
}

/** Letters; a store takes 16,384, and a head has an address of 512 and little else. */
const LONGEST_INLINE = 14_000
const LONGEST_PART = 16_000
/** Parts that are gone were replaced while they were read, unless the store has dropped them. */
const TRIES = 3

/** Apart from the project's other live sessions, which rules are tried on. */
const spaceOf = (projectId: string): string => `${projectId}/behaviour`
const partOf = (name: string, index: number): string => `${name}.${index}`

const cut = (text: string): string[] =>
  Array.from({ length: Math.ceil(text.length / LONGEST_PART) }, (_, i) => text.slice(i * LONGEST_PART, (i + 1) * LONGEST_PART))

/** What cannot be removed is forgotten in two days anyway, and leads nowhere. */
async function drop(store: LiveSessions, space: string, parts: KeptHead['parts']): Promise<void> {
  for (let i = 0; i < (parts?.count ?? 0); i++) await store.remove(space, partOf(parts!.name, i)).catch(() => undefined)
}

/** @returns 1 where there was one; its parts are not counted. */
export async function forgetKeptSession(store: LiveSessions, projectId: string, id: string): Promise<number> {
  const space = spaceOf(projectId)
  const live = await store.get(space, id)
  if (!live) return 0
  await store.remove(space, id)
  await drop(store, space, decodeHead(live.state)?.parts)
  return 1
}

export function createKeptSessions(store: LiveSessions, random: Random): KeptSessions {
  async function textOf(space: string, { inline, parts }: KeptHead): Promise<string | undefined> {
    if (inline !== undefined) return inline
    const texts: string[] = []
    for (let i = 0; i < (parts?.count ?? 0); i++) {
      const part = await store.get(space, partOf(parts!.name, i))
      if (!part) return undefined
      texts.push(part.state)
    }
    return texts.join('')
  }

  /** Parts have a fresh name each time, so that those of two writers never mix: the head says whose count. */
  async function place(space: string, state: SessionState, now: EpochSeconds): Promise<Pick<KeptHead, 'inline' | 'parts'>> {
    const text = await compress(encodeSession(state))
    if (text.length <= LONGEST_INLINE) return { inline: text }
    const texts = cut(text)
    const name = `part_${makeId(random)}`
    for (const [i, part] of texts.entries()) await store.put(space, partOf(name, i), part, 0, now)
    return { parts: { name, count: texts.length } }
  }

  async function write(projectId: string, id: string, next: Pick<LoadedSession, 'head' | 'state'>, rev: number, now: EpochSeconds) {
    const space = spaceOf(projectId)
    const placed = await place(space, next.state, now)
    const { verdict, createdAt, expiresAt, webhook } = next.head
    const head: KeptHead = { verdict, createdAt, expiresAt, ...(webhook && { webhook }), ...placed }
    const isKept = (await store.put(space, id, JSON.stringify(head), rev, now)) === 'kept'
    if (!isKept) await drop(store, space, placed.parts)
    return isKept
  }

  return {
    async begin(projectId, id, head, now) {
      await write(projectId, id, { head, state: startSession() }, 0, now)
    },
    async load(projectId, id, now) {
      const space = spaceOf(projectId)
      for (let i = 0; i < TRIES; i++) {
        const live = await store.get(space, id)
        const head = live && decodeHead(live.state)
        if (!head || head.expiresAt <= now) return undefined
        const letters = await textOf(space, head)
        if (letters === undefined) continue
        const decoded = decodeSession((await decompress(letters)) ?? '')
        if (!decoded.ok && decoded.error === 'malformed') return undefined
        // Sums of another version cannot go on.
        return { head, state: decoded.ok ? decoded.value : startSession(), rev: live.rev, parts: head.parts }
      }
      return undefined
    },
    async save(projectId, id, loaded, next, now) {
      const isKept = await write(projectId, id, next, loaded.rev, now)
      if (isKept) await drop(store, spaceOf(projectId), loaded.parts)
      return isKept
    },
    async webhookOf(projectId, id) {
      const live = await store.get(spaceOf(projectId), id)
      return live && decodeHead(live.state)?.webhook
    },
  }
}
