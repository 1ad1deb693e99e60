"""Which library multiplies the matrices of spaCy's models, and on how many threads."""

from contextlib import AbstractContextManager, nullcontext
from functools import cache

from thinc.api import NumpyOps, get_current_ops, use_ops
from threadpoolctl import ThreadpoolController


def numpy_products() -> AbstractContextManager[None]:
    """Let the models that are loaded meanwhile multiply with numpy, as quick as spaCy's BLIS or several times quicker.

    Models on other backends, such as Apple's or a GPU's, stay as they are. The annotations are the same
    (`tests/transform/test_blas.py`), the time is measured by `python -m benchmarks.transform`.
    """
    current = get_current_ops()
    if isinstance(current, NumpyOps) and current.use_blis:
        return use_ops("numpy", use_blis=False)
    return nullcontext()


def one_thread() -> AbstractContextManager[object]:
    """Hold numpy to one thread: its matrices are too small to share, and other work keeps the other cores."""
    limited: AbstractContextManager[object] = _libraries().limit(limits=1, user_api="blas")
    return limited


@cache
def _libraries() -> ThreadpoolController:
    return ThreadpoolController()
