export declare function repositoryOf(root: string): string
export declare function mentionsIn(root: string): readonly { readonly path: string; readonly repository: string }[]
export declare function commitsIn(root: string): readonly { readonly path: string; readonly commit: string }[]
