/** The 22 of detection, as the contract lists them. */
export const detectionSignals: readonly string[] = [
  ...['mouse_curvature', 'mouse_velocity_profile', 'mouse_acceleration_asymmetry', 'mouse_micro_tremor', 'mouse_overshoot'],
  ...['mouse_sampling', 'mouse_path_uniqueness', 'click_offset', 'hover_before_click', 'click_approach', 'keystroke_timing'],
  ...['keystroke_rhythm', 'typing_speed', 'typing_corrections', 'scroll_cadence', 'scroll_pauses', 'reading_time'],
  ...['event_ordering', 'session_structure', 'trusted_events', 'fingerprint', 'stealth_artifacts'],
]

/** The 17 of the body and the 3 of the mind. */
export const verificationSignals: readonly string[] = [
  ...['sustained_precision', 'throughput_capacity', 'response_latency', 'micro_jitter', 'mouse_curvature', 'no_overshoot'],
  ...['velocity_symmetry', 'interval_regularity', 'keystroke_uniformity', 'no_corrections', 'coordinate_quantization'],
  ...['click_teleport', 'hover_absence', 'scroll_uniformity', 'reading_skip', 'path_repetition', 'automation_surface'],
  ...['latency_consistency', 'instruction_independence', 'reasoning_consistency'],
]
