/** Files of Terraform, OpenTofu and Bicep. */

import { type HclExpression, parseHcl, parseHclObject } from '../../syntax/hcl.ts'
import { SCRIPT_KEYS } from '../documents/embedded-scripts.ts'
import { flagSets, flagsInText, withVersion } from '../documents/flags.ts'
import { TerraformFile, terraformFiles, textsOf, treeOf } from '../documents/terraform.ts'
import { trees } from '../documents/tree.ts'
import { found, type HazardFiles } from '../hazard.ts'
import { Content, YAML } from './content.ts'

const SHEBANG = /^\s*#!/
/** A resource of Bicep: `resource name 'Type@version' = {`. */
const BICEP_RESOURCE = /^[ \t]*resource[ \t]+\w+[ \t]+'[^'\n]+'[ \t]*=[ \t]*(?:if[ \t]*\([^\n]*\)[ \t]*)?(?=\{)/gm

/** `*.tf` and `*.tfvars`: https://developer.hashicorp.com/terraform/language/files. */
export const terraformSources: HazardFiles = {
  name: 'Terraform',
  names: { endings: ['.tf', '.tofu', '.tfvars', '.hcl', '.nomad'] },
  language: 'Terraform',
  read: async (text, mentions) => {
    const content = new Content(text, mentions)
    const { body, fault } = parseHcl(text)
    if (fault) content.unexamined.push(fault.at)
    const file = new TerraformFile(body, text)
    content.add(found(terraformFiles, file))
    for (const tree of file.trees()) await content.tree(tree)
    const flags = Array.from(textsOf(body)).flatMap(({ text: { at, value } }) =>
      value.text.includes('\n') ? [] : flagsInText(value.text, index => at + index)
    )
    content.add(found(flagSets, withVersion(flags, text)))
    for (const { name, text: own } of textsOf(body)) {
      const { value } = own
      if (SHEBANG.test(value.text) || SCRIPT_KEYS.test(name))
        await content.script(value, { setting: name === 'command' || name === 'inline' ? 'once' : 'file' })
      else if (value.text.includes('\n') && YAML.test(value.text)) await content.yaml(value, 1)
    }
    return content
  }
}

/** `*.bicep`: https://learn.microsoft.com/azure/azure-resource-manager/bicep/file. */
export const bicepFiles: HazardFiles = {
  name: 'Bicep',
  names: { endings: ['.bicep'] },
  read: text => ({
    documents: Array.from(text.matchAll(BICEP_RESOURCE)).flatMap(({ index, 0: begin }) => {
      const object: HclExpression | undefined = parseHclObject(text, index + begin.length)
      return object ? [found(trees, treeOf(object, text))] : []
    }),
    unexamined: []
  })
}
