import type { Crawler } from '../core/crawlers/crawler.js'
import { ahrefs } from './ahrefs.js'
import { amazon } from './amazon.js'
import { anthropic } from './anthropic.js'
import { apple } from './apple.js'
import { baidu } from './baidu.js'
import { betterstack } from './betterstack.js'
import { bing } from './bing.js'
import { commonCrawl } from './common-crawl.js'
import { duck } from './duck.js'
import { google } from './google.js'
import { kagi } from './kagi.js'
import { linkedin } from './linkedin.js'
import { meta } from './meta.js'
import { mistral } from './mistral.js'
import { mojeek } from './mojeek.js'
import { openai } from './openai.js'
import { perplexity } from './perplexity.js'
import { petalbot } from './petalbot.js'
import { pingdom } from './pingdom.js'
import { pinterest } from './pinterest.js'
import { qwant } from './qwant.js'
import { semrush } from './semrush.js'
import { seznam } from './seznam.js'
import { telegram } from './telegram.js'
import { uptimerobot } from './uptimerobot.js'
import { yahoo } from './yahoo.js'
import { yandex } from './yandex.js'

/** Every vendor that can be told by more than its user agent. Whom one user agent or address could mean twice, the first has it. */
export const crawlers = [
  google,
  bing,
  duck,
  qwant,
  meta,
  yandex,
  seznam,
  openai,
  apple,
  amazon,
  anthropic,
  perplexity,
  commonCrawl,
  ahrefs,
  mistral,
  uptimerobot,
  pingdom,
  betterstack,
  telegram,
  baidu,
  yahoo,
  pinterest,
  linkedin,
  petalbot,
  semrush,
  mojeek,
  kagi,
] as const satisfies readonly Crawler[]
