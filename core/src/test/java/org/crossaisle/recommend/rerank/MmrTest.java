package org.crossaisle.recommend.rerank;

class MmrTest extends RerankerContract {
    @Override
    protected RerankerProvider provider() {
        return new Mmr.Provider();
    }
}
