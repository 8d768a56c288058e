/**
 * Networks that carry the exits of a VPN service, and little else: people, mostly.
 * A line: who runs it, and its AS numbers. Sorted by name; reviewed by hand against the registries’ names of 2026-06.
 */
export const vpn = `
31173 Services (Mullvad): 39351 49399 214813
Avast (SecureLine): 198605
IVPN: 203619
Mullvad: 216025
PacketHub (NordVPN): 136787 141039 147049 207137 272096
Powerhouse Management: 22363
Proton: 199218 208172 209103
Strong Technology (StrongVPN): 13926 22781 54203 62651 140952
VPNWholesaler: 62635
Windscribe: 397540
`
