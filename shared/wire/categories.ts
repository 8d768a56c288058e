/**
 * What an automated client is for that proves who it is, in the one list of all surfaces: rules read it as `verified_bot_category`. `preview`:
 * shows a link that somebody shared; `ai_agent`: acts for somebody who told it to; `agent_browser`: a browser that is rented to such.
 */
export const categories = ['search', 'ai_crawler', 'ai_search', 'ai_agent', 'agent_browser', 'monitoring', 'seo', 'preview'] as const
export type Category = (typeof categories)[number]

/** The categories of the allowlist (BOT-77): what has another is not on it. */
export const listedCategories = ['search', 'ai_crawler', 'ai_search', 'monitoring', 'seo'] as const satisfies readonly Category[]
export type ListedCategory = (typeof listedCategories)[number]
