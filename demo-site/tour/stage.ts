import type { Ending, Sighted } from 'vouchsafe/drill'
import type { Happening, Kept, News } from './happening.js'
import { newsOf } from './news-of.js'
import { createPictures, type Picture } from './pictures.js'

/** Where bots perform, one at a time, before whoever watches. */
export interface Stage {
  /** @returns how many come before it; undefined where the queue is full, or the stage is closed */
  start(bot: string): number | undefined
  /** Ends the bot that performs; the next one follows. */
  stop(): void
  /** Ends all, and resolves when nothing runs any more. */
  close(): Promise<void>
  /**
   * Tells what happens, beginning with what has happened of this run.
   * @param after the last that is known already
   * @returns ends it; undefined where too many watch
   */
  watch(after: number, tell: (happening: Happening) => void): (() => void) | undefined
  picture(name: string): Picture | undefined
}

export interface StageDeps {
  /** Sends one bot to the demo. */
  run(bot: string, tell: (seen: Sighted) => void, signal: AbortSignal): Promise<Ending>
  /** Why a verdict was so; undefined where nobody says. */
  explain(reference: string): Promise<unknown>
  /** ms */
  readonly deadline?: number
}

/** That wait for their turn. */
const MOST_WAITING = 4
const MOST_WATCHING = 16
/** Of one run: a page that asks over and over fills no memory. */
const MOST_HAPPENINGS = 200
const DEADLINE = 90_000

export function createStage({ run, explain, deadline = DEADLINE }: StageDeps): Stage {
  const pictures = createPictures()
  const watchers = new Set<(happening: Happening) => void>()
  const queue: string[] = []
  let log: Kept[] = []
  let count = 0
  let began = 0
  let current: AbortController | undefined
  let performing: Promise<void> | undefined
  let isClosed = false

  const withQueue = (kept: Kept): Happening => ({ ...kept, waiting: [...queue] })

  function say(news: News): void {
    if (log.length >= MOST_HAPPENINGS && news.kind !== 'ends') return
    const kept = { ...news, id: ++count, at: Date.now() - began }
    log.push(kept)
    for (const tell of watchers) tell(withQueue(kept))
  }

  async function perform(bot: string, { signal }: AbortController): Promise<void> {
    began = Date.now()
    log = []
    pictures.clear()
    say({ kind: 'begins', bot })
    const asked: Promise<void>[] = []
    const seen = (sighted: Sighted) => {
      const news = newsOf(sighted, pictures)
      if (news) say(news)
      const reference = news?.kind === 'verdict' ? news.verdict.reference : undefined
      if (reference) asked.push(explain(reference).then((explanation) => (explanation ? say({ kind: 'reasons', explanation }) : undefined)))
    }
    const ending = await run(bot, seen, AbortSignal.any([signal, AbortSignal.timeout(deadline)])).catch(
      (error): Ending => ({ outcome: 'broke', fault: String(error?.message ?? error) }),
    )
    await Promise.allSettled(asked)
    if (ending.outcome === 'seen') say({ kind: 'ends', outcome: 'seen', note: '' })
    else if (ending.outcome === 'broke') say({ kind: 'ends', outcome: 'broke', note: ending.fault })
    else say({ kind: 'ends', outcome: 'missing', note: Object.values(ending.needs).join() })
  }

  async function performAll(): Promise<void> {
    for (let next = queue.shift(); next; next = queue.shift()) {
      current = new AbortController()
      await perform(next, current)
    }
    performing = undefined
    current = undefined
  }

  return {
    start(bot) {
      if (isClosed || queue.length >= MOST_WAITING) return undefined
      const ahead = queue.push(bot) - 1 + (performing ? 1 : 0)
      performing ??= performAll()
      return ahead
    },
    stop: () => current?.abort(),
    async close() {
      isClosed = true
      queue.length = 0
      watchers.clear()
      current?.abort()
      await performing
    },
    watch(after, tell) {
      if (watchers.size >= MOST_WATCHING) return undefined
      for (const kept of log) if (kept.id > after) tell(withQueue(kept))
      watchers.add(tell)
      return () => watchers.delete(tell)
    },
    picture: pictures.read,
  }
}
