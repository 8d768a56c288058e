/** What a verdict read answers when there is nothing to say (BOT-36). */
export const failOpen = {
  verdict: 'not_computed',
  score: 0,
  action: 'allow',
  detection_ids: [],
  reason: 'Score not available; allowing by default.',
} as const
