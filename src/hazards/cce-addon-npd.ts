/** The rule for the old node problem detector of Huawei Cloud CCE. */

import { cceAddonAtMost } from './documents/addon-versions.ts'
import { CCE_ADDONS } from './evidence.ts'
import type { Hazard } from './hazard.ts'

/** An add-on that cannot reload. */
export const cceAddonNpd: Hazard = {
  rule: {
    id: 'cce-addon-npd',
    level: 'error',
    title: 'add-on cannot reload',
    meaning: 'The npd add-on of CCE up to 1.15.0 cannot reload its token, by the vendor document.',
    why: 'The node problem detector reports no more faults of nodes when its token expires.',
    fix: 'Upgrade the add-on to its newest version: 1.16.1 or above.',
    waivable: true,
    answers: ['addon-minimum'],
    harm: 'old-add-on',
    page: 'docs/rules.md',
    evidence: [CCE_ADDONS]
  },
  // The last version that cannot reload, by the vendor document.
  ...cceAddonAtMost('npd', '1.15.0'),
  examples: {
    fires: [
      {
        'a.tf':
          'data "sbercloud_cce_addon_template" "a" {\n  name    = "npd"\n  version = "1.14.0"\n}\nresource "sbercloud_cce_addon" "a" {\n  template_name = data.sbercloud_cce_addon_template.a.name\n  version       = data.sbercloud_cce_addon_template.a.version\n}\n'
      },
      {
        'a.tf': 'resource "flexibleengine_cce_addon_v3" "a" {\n  template_name = "npd"\n  version       = "1.15.0"\n}\n'
      },
      {
        'a.tf':
          'resource "huaweicloud_cce_cluster_upgrade" "a" {\n  addons {\n    addon_template_name = "npd"\n    version             = "1.13.2"\n  }\n}\n'
      },
      {
        'a.tf':
          'resource "huaweicloud_cce_addon" "a" {\n  for_each      = { npd = "1.14.4", coredns = "1.23.1" }\n  template_name = each.key\n  version       = each.value\n}\n'
      },
      {
        'a.json':
          '{"metadata": {"annotations": {"cluster.install.addons/install": "[{\\"addonTemplateName\\":\\"npd\\",\\"version\\":\\"1.14.2\\"}]"}}}'
      }
    ],
    silent: [
      { 'a.tf': 'resource "huaweicloud_cce_addon" "a" {\n  template_name = "npd"\n  version       = "1.16.1"\n}\n' },
      { 'a.tf': 'resource "huaweicloud_cce_addon" "a" {\n  template_name = "npd"\n}\n' },
      { 'a.tf': 'resource "helm_release" "a" {\n  name    = "npd"\n  version = "0.8.10"\n}\n# cce_addon\n' }
    ]
  }
}
