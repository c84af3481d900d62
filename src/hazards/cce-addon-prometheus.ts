/** The rule for the old Prometheus add-on of Huawei Cloud CCE. */

import { cceAddonAtMost } from './documents/addon-versions.ts'
import { CCE_ADDONS } from './evidence.ts'
import type { Hazard } from './hazard.ts'

/** An add-on that cannot reload. */
export const cceAddonPrometheus: Hazard = {
  rule: {
    id: 'cce-addon-prometheus',
    level: 'error',
    title: 'add-on cannot reload',
    meaning: 'The prometheus add-on of CCE up to 2.23.34 reads its token once.',
    why: 'Its Prometheus 2.10 has a client that never reads the token again: monitoring stops when the token expires.',
    fix: 'Upgrade the add-on above 2.23.34. On clusters from 1.23 on, use the add-on that replaces it: `template_name = "cie-collector"`.',
    waivable: true,
    answers: ['addon-minimum'],
    harm: 'old-add-on',
    page: 'docs/rules.md',
    evidence: [CCE_ADDONS]
  },
  // The last version that cannot reload, by the vendor document. The add-on that replaced this one has another name.
  ...cceAddonAtMost('prometheus', '2.23.34'),
  examples: {
    fires: [
      {
        'a.tf':
          'resource "huaweicloud_cce_addon" "a" {\n  template_name = "prometheus"\n  version       = "2.23.34"\n}\n'
      },
      {
        'a.tf':
          'resource "opentelekomcloud_cce_addon_v3" "a" {\n  template_name    = "prometheus"\n  template_version = local.v\n}\nlocals {\n  v = "2.21.14"\n}\n'
      },
      { 'a.json': '{"kind": "Addon", "spec": {"addonTemplateName": "prometheus", "version": "v2.23.30"}}' }
    ],
    silent: [
      {
        'a.tf':
          'resource "huaweicloud_cce_addon" "a" {\n  template_name = "prometheus"\n  version       = "2.23.35"\n}\n'
      },
      {
        'a.tf':
          'resource "huaweicloud_cce_addon" "a" {\n  template_name = "cie-collector"\n  version       = "1.9.5"\n}\n'
      },
      { 'a.tf': 'resource "huaweicloud_cce_addon" "a" {\n  template_name = "prometheus"\n  version       = var.v\n}\n' }
    ]
  }
}
