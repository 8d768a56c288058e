/** Lua: `outlive(key, ms)` lets a key that holds many things live as long as the last of them. `PEXPIREAT … GT` would leave one that has no end without one. */
export const OUTLIVE = `
  local function outlive(key, ms)
    if redis.call('PEXPIRETIME', key) < tonumber(ms) then redis.call('PEXPIREAT', key, ms) end
  end
`
