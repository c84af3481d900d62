/** The hazards that are looked for and the files in which they are, one line each. */

import { aksOidcIssuer } from './aks-oidc-issuer.ts'
import { boundTokenFeatureDisabled } from './bound-token-feature-disabled.ts'
import { cceAddonNpd } from './cce-addon-npd.ts'
import { cceAddonPrometheus } from './cce-addon-prometheus.ts'
import { clusterNotations } from './clusters/index.ts'
import { eksAddonMinimum } from './eks-addon-minimum.ts'
import { hazardFiles } from './files/index.ts'
import { grepsTokenSecret } from './greps-token-secret.ts'
import type { Hazard, HazardCatalogue } from './hazard.ts'
import { inlineBearerToken } from './inline-bearer-token.ts'
import { kubeconfigStaticToken } from './kubeconfig-static-token.ts'
import { legacyTokenFeaturesDisabled } from './legacy-token-features-disabled.ts'
import { manualTokenSecret } from './manual-token-secret.ts'
import { maxTokenExpiration } from './max-token-expiration.ts'
import { ocGetToken } from './oc-get-token.ts'
import { podMountsTokenSecret } from './pod-mounts-token-secret.ts'
import { projectedTokenWithoutGrace } from './projected-token-without-grace.ts'
import { pythonStaticToken } from './python-static-token.ts'
import { readsServiceAccountSecretName } from './reads-service-account-secret-name.ts'
import { restConfigCopiedToken } from './rest-config-copied-token.ts'
import { rke2CisProfile } from './rke2-cis-profile.ts'
import { serviceAccountListsSecret } from './service-account-lists-secret.ts'
import { terraformDefaultSecretName } from './terraform-default-secret-name.ts'
import { terraformTokenSecret } from './terraform-token-secret.ts'
import { tokenCopiedAtStart } from './token-copied-at-start.ts'
import { tokenExtensionDisabled } from './token-extension-disabled.ts'
import { tokenInEnvironment } from './token-in-environment.ts'
import { tokenReadOnceInCode } from './token-read-once-in-code.ts'
import { tokenReadOnceInScript } from './token-read-once-in-script.ts'
import { tokenViaSubpath } from './token-via-subpath.ts'
import { vaultReviewerToken } from './vault-reviewer-token.ts'

/** In the order of precedence and of the catalogue of rules. */
export const hazards: readonly Hazard[] = [
  vaultReviewerToken,
  kubeconfigStaticToken,
  restConfigCopiedToken,
  pythonStaticToken,
  tokenCopiedAtStart,
  tokenReadOnceInScript,
  tokenReadOnceInCode,
  readsServiceAccountSecretName,
  grepsTokenSecret,
  ocGetToken,
  terraformTokenSecret,
  manualTokenSecret,
  podMountsTokenSecret,
  tokenInEnvironment,
  serviceAccountListsSecret,
  projectedTokenWithoutGrace,
  tokenViaSubpath,
  inlineBearerToken,
  tokenExtensionDisabled,
  boundTokenFeatureDisabled,
  legacyTokenFeaturesDisabled,
  maxTokenExpiration,
  terraformDefaultSecretName,
  aksOidcIssuer,
  rke2CisProfile,
  cceAddonPrometheus,
  cceAddonNpd,
  eksAddonMinimum
]

/** All of it. */
export const hazardCatalogue: HazardCatalogue = { hazards, clusters: clusterNotations, files: hazardFiles }
