/** The most that each bundle may weigh, in bytes after brotli at level 11: what a good server sends. */
export const budgets = {
  'collector.js': 12_288,
  'collector.mjs': 12_288,
  'senses.js': 16_384,
  'senses.mjs': 16_384,
  'worker.js': 3_584,
  'enforce.js': 12_288,
  'compat.js': 1_024,
  'bind.js': 1_536,
}

/** The same for what an application bundles with its own code; the server hands out none of it. */
export const componentBudgets = {
  'react.mjs': 768,
  'vue.mjs': 768,
  'svelte.mjs': 768,
}

/** The same for the dashboard, by the name that its files have before their hash. `main.js`: all that is loaded before anything is shown. */
export const dashboardBudgets = {
  'main.js': 32_768,
  'start-editor.js': 114_688,
  'style.css': 5_120,
}
