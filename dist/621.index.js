export const id = 621;
export const ids = [621];
export const modules = {

/***/ 6621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findRollbackWorkflow: () => (/* binding */ findRollbackWorkflow)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8815);



/** Bytes of a workflow that is read; GitHub takes no longer ones by far. */
const longest = 512 * 1024;
/**
 * Finds the workflow that people start to roll back: one with `workflow_dispatch` and a step whose input `command` begins
 * with `rollback`. Undefined where the checkout has none, or where there is no checkout.
 */
const findRollbackWorkflow = async (workspace, repositoryUrl) => {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, '.github', 'workflows');
    const files = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder).catch(() => []);
    for (const file of files.filter((name) => /\.ya?ml$/.test(name)).sort()) {
        const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, file), 'utf8').catch(() => '');
        const name = text.length <= longest ? rollbackName(text) : undefined;
        if (name !== undefined)
            return {
                name: name || file,
                url: `${repositoryUrl}/actions/workflows/${encodeURIComponent(file).replaceAll(/[()]/g, percent)}`,
            };
    }
    return undefined;
};
const percent = (character) => `%${character.charCodeAt(0).toString(16)}`;
/** The name of a workflow that rolls back, empty when it has none; undefined for any other. */
const rollbackName = (text) => {
    try {
        const workflow = Object((0,yaml__WEBPACK_IMPORTED_MODULE_2__/* .parse */ .qg)(text, { maxAliasCount: 100 }));
        const { on } = workflow;
        const isStarted = on === 'workflow_dispatch' ||
            (Array.isArray(on) ? on.includes('workflow_dispatch') : 'workflow_dispatch' in Object(on));
        const steps = Object.values(Object(workflow.jobs)).flatMap((job) => Object(job).steps ?? []);
        const rollsBack = steps.some((step) => /^\s*rollback\b/.test(String(Object(Object(step).with).command)));
        return isStarted && rollsBack ? String(workflow.name ?? '') : undefined;
    }
    catch {
        return undefined;
    }
};


/***/ })

};
