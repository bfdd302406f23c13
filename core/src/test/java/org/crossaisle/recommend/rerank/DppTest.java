package org.crossaisle.recommend.rerank;

class DppTest extends RerankerContract {
    @Override
    protected RerankerProvider provider() {
        return new Dpp.Provider();
    }
}
