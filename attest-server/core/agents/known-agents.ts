import type { Category } from '../../../shared/wire/categories.js'

export interface KnownAgent {
  /** Host of its well-known directory: nothing else of a request tells who it is. */
  readonly host: string
  readonly name: string
  readonly operator: string
  /** As far as its operator says. */
  readonly category: Category
  /** Where it is said that it signs, and from there. A directory alone does not tell what for: hosts that only have one are not here. */
  readonly source: string
}

/** An agent is a row. An agent that is not here is verified all the same; it only has no category. */
export const knownAgents: readonly KnownAgent[] = [
  {
    host: 'chatgpt.com',
    name: 'ChatGPT agent',
    operator: 'OpenAI',
    category: 'ai_agent',
    source: 'https://help.openai.com/en/articles/11845367-chatgpt-agent-allowlisting',
  },
  {
    host: 'agent.bot.goog',
    name: 'Google-Agent',
    operator: 'Google',
    category: 'ai_agent',
    source: 'https://developers.google.com/crawling/docs/crawlers-fetchers/allow-google-agent',
  },
  {
    host: 'browserbase.com',
    name: 'Browserbase',
    operator: 'Browserbase',
    category: 'agent_browser',
    source:
      'https://stytch.com/blog/stytch-supports-web-bot-auth; its directory: https://github.com/whisper-sec/web-bot-auth-directory-survey',
  },
]

const byHost: ReadonlyMap<string, KnownAgent> = new Map(knownAgents.map((agent) => [agent.host, agent]))

export const findKnownAgent = (host: string): KnownAgent | undefined => byHost.get(host)
