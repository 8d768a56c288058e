import type { RuleAction } from '../../wire/rules.js'

/** What a rule does, in words. */
export const ruleActionWords: Readonly<Record<RuleAction, string>> = {
  block: 'Block',
  challenge: 'Challenge',
  allow: 'Let through',
  log: 'Only note',
  delay: 'Delay (noted)',
}
