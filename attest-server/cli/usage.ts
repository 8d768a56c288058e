export const USAGE = `vouchsafe — the attest-server

  vouchsafe serve [--check]                start the server; configured by environment variables. With --check, only say whether it could
  vouchsafe project create --name NAME --origin ORIGIN … [settings]
  vouchsafe project list
  vouchsafe project set --key pk_… [--name NAME] [--origin ORIGIN …] [settings]
  vouchsafe project rotate-key --key pk_… [--type secret|site]
                                           the old key is worthless at once: with --type site, pages with the old tag stop working
  vouchsafe key list                       the keys that sign verdicts
  vouchsafe key rotate [--now]             a new one; it signs in two minutes. With --now, for a key that got out: at once, and
                                           everything that older keys signed is worthless
  vouchsafe help, vouchsafe --version

ORIGIN is an exact origin such as https://shop.example, or the word loopback for every loopback origin. It may be given several times.

Settings of a project:
  --enforce on|off                         whether its pages may show the challenge and block screens
  --noscript on|off                        whether visitors without JavaScript may use the signed form
  --contact mailto:…|https://…             for people who need help

  --json                                   print the result as JSON, for programs

Exit codes: 0 it is done, 1 it could not be done, 2 the command was wrong.

Environment: HOST, PORT, VOUCHSAFE_DATA_DIR, VOUCHSAFE_PUBLIC_URL, VOUCHSAFE_TRUSTED_PROXIES, VOUCHSAFE_VERDICT_SECONDS,
VOUCHSAFE_CHALLENGE_SECONDS, VOUCHSAFE_POW_DIFFICULTY, VOUCHSAFE_RETENTION_DAYS, VOUCHSAFE_VERDICT_RECORDS, VOUCHSAFE_SIGNING_ALG,
VOUCHSAFE_NETWORK_DATABASES, VOUCHSAFE_JA4_HEADER,
VOUCHSAFE_REQUEST_THRESHOLDS, VOUCHSAFE_CALLER_PROXIES, VOUCHSAFE_LOG`
