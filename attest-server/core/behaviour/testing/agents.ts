type Posted = Record<string, unknown>

/** A script that fills in a form by the clock: hits centres without going there, types a key each 20 ms, waits for 900 ms each time. */
export function scriptedAgent(rounds = 12): Posted[] {
  const events: Posted[] = [{ type: 'fingerprint', data: { webdriver: true, maxTouchPoints: 0 }, timestamp_ms: 1 }]
  let t = 100
  for (let i = 0; i < rounds; i++) {
    const [x, y] = [200 + 300 * (i % 3), 120 + 150 * (i % 5)]
    events.push({ type: 'mousemove', x, y, isTrusted: true, timestamp_ms: t })
    const centre = { elem_center_x: x, elem_center_y: y, element_id: `field-${i}` }
    events.push({ type: 'click', x, y, ...centre, isTrusted: true, timestamp_ms: t + 2 })
    for (let k = 1; k <= 10; k++) {
      events.push({ type: 'keydown', key: 'a', delay_ms: i + k === 1 ? 0 : k === 1 ? 720 : 20, isTrusted: true, timestamp_ms: t + 20 * k })
    }
    t += 900
  }
  return events
}
